import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listReviewDecisions } from '@/db/queries/operations/list-review-decisions'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { claimDuePayments } from '@/db/queries/sync/scheduled-reads'
import { verifyChains } from '@/lib/audit/verify-chains'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { repairOnce } from '@/lib/jobs/repair-loop'
import { changeBehindWalls } from '@/testing/behind-walls'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { capturePayment } from './capture-payment'
import { decideReview } from './decide-review'

/** Text that is also JSON stays text. */
const REASON = '4711'

const TURN = { limit: 100, retryMs: 60_000, disabledMs: 60_000 }

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

/** A capture that stayed pending at the provider until repair gave up. */
async function inReview(
  amountMinor: number,
  currency = 'NOK',
): Promise<{ payment: TransactionView; id: string }> {
  const reference = `R-${randomUUID()}`
  await merchant.sandbox.control.createTransaction({ reference, amount: amountMinor, currency })
  await merchant.importAll()
  const filter = { scope: 'all', statuses: [], search: reference, cursor: null } as const
  const [row] = (await listTransactions(merchant.database, filter)).rows
  await merchant.sandbox.control.addFault({
    match: { operation: 'capture' },
    action: { type: 'accepted', closeAs: 'never' },
  })
  const id = randomUUID()
  const actor = await merchant.actor('staff')
  const { id: transactionId, moneyRevision: expectedRevision } = await reload(row?.id ?? '')
  await capturePayment(contextOf(merchant.database, actor), {
    operationId: id,
    transactionId,
    currency,
    expectedRevision,
    label: null,
    choice: { mode: 'all', amountMinor },
  })
  await run(sql`update operations set next_check_at = now(), checks = 1000 where id = ${id}`)
  await repairOnce(merchant.database)
  return { payment: await reload(row?.id ?? ''), id }
}

async function reload(id: string): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, 'all', id)
  if (view === null) throw new Error('there is no such payment')
  return view
}

async function decide(
  role: 'admin' | 'support',
  operationId: string,
  verdict: 'refused' | 'succeeded',
) {
  const actor = await merchant.actor(role)
  const context = contextOf(merchant.database, actor)
  return decideReview(context, { operationId, verdict, reason: REASON })
}

function run(statement: SQL) {
  return merchant.owner.run((db) => db.execute(statement))
}

function needsSecondPerson(result: Awaited<ReturnType<typeof decide>>): boolean {
  return result.ok && result.value.needsSecondPerson
}

describe('an operation in review, whose outcome no read could prove', () => {
  it('goes to people, stays locked, and one of them settles a small sum with a reason', async () => {
    const { payment, id } = await inReview(50_000)
    expect(payment.openOperation?.state).toBe('needs_review')
    expect(await decide('admin', id, 'refused')).toMatchObject({
      ok: true,
      value: { needsSecondPerson: false, operation: { state: 'refused' } },
    })
    const after = await reload(payment.id)
    expect(payment.operations[0]?.message).toEqual({ code: 'still_working' })
    expect(after.operations[0]?.message).toEqual({
      code: 'decided_by_people',
      values: { reason: REASON },
    })
    expect(after.openOperation).toBeNull()
    expect(after.totals.capturedMinor).toBe(0)
  })

  it('is followed by a read of the payment, which brings the figures', async () => {
    const { payment, id } = await inReview(5_000_000)
    const due = () => claimDuePayments(merchant.database, TURN)
    await due()
    const { providerTransactionId } = payment
    await decide('admin', id, 'succeeded')
    expect(await due()).not.toContainEqual(expect.objectContaining({ providerTransactionId }))
    await decide('support', id, 'succeeded')
    expect(await due()).toContainEqual(expect.objectContaining({ providerTransactionId }))
  })

  it('needs two people who decide the same for a large sum', async () => {
    const { payment, id } = await inReview(5_000_000)
    expect(await decide('admin', id, 'refused')).toMatchObject({
      value: { needsSecondPerson: true, operation: { state: 'needs_review' } },
    })
    expect(await decide('admin', id, 'refused')).toMatchObject({
      value: { needsSecondPerson: true },
    })
    expect((await reload(payment.id)).reviewers).toEqual(['Ingrid Dahl'])
    expect(await decide('support', id, 'succeeded')).toMatchObject({
      value: { needsSecondPerson: true },
    })
    expect(await decide('support', id, 'refused')).toMatchObject({
      value: { needsSecondPerson: false, operation: { state: 'refused' } },
    })
    expect(await reload(payment.id)).toMatchObject({ openOperation: null, reviewers: [] })
    expect(await listReviewDecisions(merchant.database, 'all', id)).toHaveLength(2)
  })

  it('knows a large sum by the units of its currency', async () => {
    const yen = await inReview(10_001, 'JPY')
    expect(await decide('admin', yen.id, 'refused')).toMatchObject({
      value: { needsSecondPerson: true },
    })
    const kroner = await inReview(1_000_000)
    expect(await decide('admin', kroner.id, 'refused')).toMatchObject({
      value: { needsSecondPerson: false },
    })
  })

  it('is settled by two people who decide the same at the same moment', async () => {
    const { payment, id } = await inReview(5_000_000)
    const backToReview = `delete from review_decisions;
      update operations set state = 'needs_review', settled_at = null where id = '${id}';
      update transactions set open_operation_id = '${id}' where id = '${payment.id}'`
    for (let round = 0; round < 25; round += 1) {
      await changeBehindWalls(merchant.database, backToReview)
      const progress = await Promise.all([
        decide('admin', id, 'refused'),
        decide('support', id, 'refused'),
      ])
      expect(progress.filter(needsSecondPerson)).toHaveLength(1)
      expect((await reload(payment.id)).openOperation).toBeNull()
    }
    expect((await verifyChains(merchant.database)).firstBad).toBeNull()
  })

  it('cannot be decided when it isn’t in review', async () => {
    const { id } = await inReview(50_000)
    await decide('admin', id, 'refused')
    expect(await decide('admin', id, 'succeeded')).toMatchObject({
      ok: false,
      error: { code: 'not_in_review' },
    })
  })
})
