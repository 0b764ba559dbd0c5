import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { followDeadSendsOnce } from '@/lib/repair/follow-dead-sends'
import { log } from '@/lib/observability/log'
import { capturePayment } from '@/lib/operations/capture-payment'
import { decideReview } from '@/lib/operations/decide-review'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addAttempt, addOperation } from '@/testing/operation-row'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'

let merchant: TestMerchant
let payment: TransactionView
const lines: unknown[] = []

beforeAll(async () => {
  merchant = await startTestMerchant()
  vi.spyOn(log(), 'info').mockImplementation((line: unknown) => void lines.push(line))
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  lines.length = 0
})

async function capture(operationId: string): Promise<void> {
  const context = contextOf(merchant.database, await merchant.actor('staff'))
  await capturePayment(context, {
    operationId,
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision: payment.moneyRevision,
    choice: { mode: 'all', amountMinor: payment.totals.authorizedMinor },
    label: null,
  })
}

/** The changes that were logged of an operation, from one state to the next. */
function changesOf(operationId: string): readonly (readonly [unknown, unknown])[] {
  const changes = lines.filter(
    (line): line is Record<string, unknown> =>
      (line as Record<string, unknown>).event === 'operation_changed',
  )
  for (const change of changes) {
    expect(change).toEqual({
      event: 'operation_changed',
      operationId,
      transactionId: payment.id,
      connectionId: merchant.connection.id,
      kind: 'capture',
      from: change.from,
      to: change.to,
      sinceIntentMs: expect.any(Number) as number,
    })
  }
  return changes.map(({ from, to }) => [from, to])
}

it('operation lines: a capture is one line a state, without amounts and names', async () => {
  const operationId = randomUUID()
  await capture(operationId)
  expect(changesOf(operationId)).toEqual([
    [null, 'intended'],
    ['intended', 'sending'],
    ['sending', 'succeeded'],
  ])
})

it('operation lines: an unknown outcome that repair settles', async () => {
  const operationId = randomUUID()
  const action = { type: 'drop', when: 'after' } as const
  await merchant.sandbox.control.addFault({ match: { operation: 'capture' }, action })
  await capture(operationId)
  await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
  expect(changesOf(operationId)).toEqual([
    [null, 'intended'],
    ['intended', 'sending'],
    ['sending', 'unknown'],
    ['unknown', 'succeeded'],
  ])
})

it('operation lines: a sender that is gone', async () => {
  const sentAt = new Date()
  const operationId = await addOperation(merchant.database, payment.id, {
    state: 'sending',
    sentAt,
  })
  await addAttempt(merchant.database, operationId)
  await followDeadSendsOnce(merchant.database)
  expect(changesOf(operationId)).toEqual([['sending', 'unknown']])
})

it('operation lines: a decision of people', async () => {
  const operationId = await addOperation(merchant.database, payment.id, { state: 'needs_review' })
  const context = contextOf(merchant.database, await merchant.actor('admin'))
  await decideReview(context, { operationId, verdict: 'not_sent', reason: 'portal' })
  expect(changesOf(operationId)).toEqual([['needs_review', 'not_sent']])
})
