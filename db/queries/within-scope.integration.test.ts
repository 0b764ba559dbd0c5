import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findExactTransaction } from '@/db/queries/listing/find-exact'
import { findFilterChoices } from '@/db/queries/listing/filter-choices'
import { exportBatches } from '@/db/queries/listing/list-export'
import { countNewer } from '@/db/queries/listing/count-newer'
import { sumMovements, sumRefundReasons, sumToCapture } from '@/db/queries/listing/overview'
import { findRecentRefusals } from '@/db/queries/listing/recent-refusals'
import {
  countUnreadPayments,
  findUnreadOf,
  listUnreadPayments,
} from '@/db/queries/listing/unread-payments'
import { foldTallyChanges } from '@/db/queries/listing/transaction-tallies'
import { countViews } from '@/db/queries/listing/view-counts'
import { findOperation } from '@/db/queries/operations/find-operation'
import { findOperationDetail } from '@/db/queries/operations/find-operation-detail'
import { findTransactionVersion } from '@/db/queries/operations/find-transaction-version'
import { listAttempts } from '@/db/queries/operations/list-attempts'
import { listOpenOperations, sumOpenOperations } from '@/db/queries/operations/list-open-operations'
import { listReviewDecisions } from '@/db/queries/operations/list-review-decisions'
import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { findUnreadPayment, upsertUnreadPayment } from '@/db/queries/sync/unread-payments'
import { reviewDecisions } from '@/db/schema/operations'
import type { Scope } from '@/lib/domain/access/scope'
import { dueBounds } from '@/lib/domain/listing/due'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import { VIEWS } from '@/lib/domain/listing/list-view'
import { captureEvent } from '@/testing/capture-event'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation } from '@/testing/operation-row'

/** What one connection has: two payments, of which one is held by an operation in review. */
interface Side {
  readonly scope: Scope
  readonly reference: string
  readonly email: string
  readonly paymentId: string
  readonly operationId: string
  readonly heldId: string
  readonly unreadId: string
}

let payments: ListedPayments
let own: Side
let foreign: Side

beforeAll(async () => {
  payments = await startListedPayments()
  own = await addSide('NOK', payments.connectionId)
  foreign = await addSide('DKK', payments.otherConnectionId)
})
afterAll(() => payments.stop())

async function addSide(currency: string, connectionId: string): Promise<Side> {
  const { database } = payments
  const email = `${currency.toLowerCase()}@example.com`
  const reference = `A-${currency}-1`
  const captureDeadline = { at: new Date(Date.now() + 86_400_000), source: 'provider' } as const
  const captured = captureEvent({ occurredAt: new Date() })
  const paymentId = await payments.add(
    {
      currency,
      customer: customerOf(email),
      method: `card.${currency.toLowerCase()}`,
      orderReference: reference,
      providerTransactionId: `P-${currency}-1`,
      events: [captured],
    },
    connectionId,
  )
  const heldId = await payments.add(
    {
      currency,
      captureDeadline,
      orderReference: `A-${currency}-2`,
      providerTransactionId: `P-${currency}-2`,
    },
    connectionId,
  )
  const refund = {
    kind: 'refund',
    state: 'succeeded',
    currency,
    reason: `${currency} reason`,
  } as const
  await addOperation(database, paymentId, refund)
  await addOperation(database, paymentId, { state: 'refused', currency })
  const operationId = await addOperation(database, heldId, { state: 'needs_review', currency })
  await addAttempt(database, operationId)
  const { userId: actorId, name: actorName } = await findDemoActor(database, 'admin')
  await database.run((db) =>
    db
      .insert(reviewDecisions)
      .values({ operationId, actorId, actorName, verdict: 'succeeded', reason: 'Seen' }),
  )
  await upsertUnreadPayment(database, {
    connectionId,
    providerTransactionId: `P-${currency}-1`,
    reason: 'malformed',
    detail: 'amount: Invalid input',
    readAt: new Date(Date.now() + 1_000).toISOString(),
    isListed: false,
  })
  const { rows } = await listUnreadPayments(database, [connectionId])
  const unreadId = rows[0]?.id ?? ''
  return { scope: [connectionId], reference, email, paymentId, operationId, heldId, unreadId }
}

function customerOf(email: string) {
  return { name: 'Kari Nordmann', email, phone: null, customerId: null, isBusiness: false }
}

const idsOf = async (wanted: Partial<Parameters<typeof listTransactions>[1]>, scope = own.scope) =>
  (await listTransactions(payments.database, { ...wanted, scope })).rows.map(({ id }) => id)
const ownIds = () => [own.paymentId, own.heldId].toSorted()

describe('the list within a scope of one connection', () => {
  it.each(VIEWS)('list, view %s: has no payment of another connection', async (view) => {
    const ids = await idsOf({ view })
    expect(ids).not.toContain(foreign.paymentId)
    expect(ids).not.toContain(foreign.heldId)
    if (view === 'all') expect(ids.toSorted()).toEqual(ownIds())
    if (view === 'expiring') expect(ids).toEqual([own.heldId])
  })

  it('list: is the whole list of all its connections, and empty for none', async () => {
    const both = [payments.connectionId, payments.otherConnectionId]
    expect(await idsOf({}, both)).toHaveLength(4)
    expect(await idsOf({}, both)).toEqual(await idsOf({}, 'all'))
    expect(await idsOf({}, [])).toEqual([])
    expect(await idsOf({ statuses: ['authorized'] })).toContain(own.heldId)
  })

  it.each([
    ['a name that both have', 'Kari Nordmann'],
    ['two letters', 'no'],
    ['an amount', '100,00'],
    ['the foreign e-mail address', 'dkk@example.com'],
    ['the foreign reference', 'A-DKK-1'],
    ['the end of the foreign reference', 'DKK-1'],
    ['the middle of the foreign reference', '-DKK-'],
  ])('search: %s finds no payment of another connection', async (_, search) => {
    for (const anywhere of [false, true]) {
      const found = await listTransactions(payments.database, { scope: 'all', search, anywhere })
      expect(found.rows.map(({ id }) => id)).toContain(foreign.paymentId)
      const ids = await idsOf({ search, anywhere })
      expect(ids.filter((id) => !ownIds().includes(id))).toEqual([])
    }
  })

  it('search: still finds the own', async () => {
    expect(await idsOf({ search: own.email })).toEqual([own.paymentId])
    expect((await idsOf({ search: '100,00' })).toSorted()).toEqual(ownIds())
  })

  it('filters: a foreign connection lists nothing, and no name of it is offered', async () => {
    expect(await idsOf({ connectionId: payments.otherConnectionId })).toEqual([])
    const { connections, currencies, methods } = await findFilterChoices(
      payments.database,
      own.scope,
    )
    expect(connections.map(({ id }) => id)).toEqual([payments.connectionId])
    expect(currencies.concat(methods)).not.toContainEqual(expect.stringMatching(/dkk/i))
    expect(methods).toContain('card.nok')
    const all = await findFilterChoices(payments.database, 'all')
    expect(all.methods).toEqual(expect.arrayContaining(['card.nok', 'card.dkk']))
  })

  it('exact search: leads to no payment of another connection by any of its names', async () => {
    const { database } = payments
    const { paymentId, reference, operationId } = foreign
    const ours = `pd-${operationId.replaceAll('-', '')}`
    for (const typed of [paymentId, reference, 'P-DKK-1', ours]) {
      expect(await findExactTransaction(database, 'all', typed)).not.toBeNull()
      expect(await findExactTransaction(database, own.scope, typed)).toBeNull()
    }
    expect(await findExactTransaction(database, own.scope, own.reference)).toBe(own.paymentId)
  })
})

describe('counts and sums within a scope of one connection', () => {
  it('counts: are those of its payments, before and after the changes are folded', async () => {
    const { database } = payments
    for (const fold of [false, true]) {
      if (fold) await foldTallyChanges(database)
      const counts = await countViews(database, own.scope, dueBounds(new Date(), 'UTC'))
      expect(counts.all.count).toBe(2)
      expect(counts['to-capture'].sums).toMatchObject([{ currency: 'NOK' }])
      expect(counts.expiring.count).toBe(1)
      // Two payments with a reason, and one that cannot be read.
      expect(counts.attention.count).toBe(3)
      expect((await countViews(database, 'all', dueBounds(new Date(), 'UTC'))).all.count).toBe(4)
      expect((await countViews(database, [], dueBounds(new Date(), 'UTC'))).all.count).toBe(0)
    }
  })

  it('new payments: of other connections are not reported', async () => {
    const filter = { ...EVERYTHING, timeZone: 'UTC', now: new Date() }
    const newest = { at: new Date(0), id: randomUUID() }
    expect(await countNewer(payments.database, { ...filter, scope: 'all' }, newest)).toBe(4)
    expect(await countNewer(payments.database, { ...filter, scope: own.scope }, newest)).toBe(2)
  })

  it('export: has the rows of its payments only', async () => {
    const filter = {
      ...EVERYTHING,
      timeZone: 'UTC',
      now: new Date(),
      cursor: null,
      scope: own.scope,
    }
    const ids: string[] = []
    for await (const batch of exportBatches(payments.database, filter)) {
      if (batch.kind === 'rows') ids.push(...batch.rows.map(({ id }) => id))
    }
    expect(ids.toSorted()).toEqual(ownIds())
  })

  it('overview: sums are those of its payments', async () => {
    const { database } = payments
    const { scope } = own
    const due = await sumToCapture(database, scope, dueBounds(new Date(), 'UTC'))
    const movements = await sumMovements(database, scope, 'UTC')
    const reasons = await sumRefundReasons(database, scope, 'UTC')
    for (const sums of [due, movements, reasons]) {
      expect(new Set(sums.map(({ currency }) => currency))).toEqual(new Set(['NOK']))
    }
    expect(await sumRefundReasons(database, 'all', 'UTC')).toHaveLength(2)
  })
})

describe('payments and operations within a scope of one connection', () => {
  it('unread payments: are listed, counted and found in its connections only', async () => {
    const { database } = payments
    expect((await listUnreadPayments(database, own.scope)).rows).toMatchObject([
      { id: own.unreadId },
    ])
    expect(await countUnreadPayments(database, own.scope)).toBe(1)
    expect(await findUnreadOf(database, own.scope, foreign.paymentId)).toBeNull()
    expect(await findUnreadPayment(database, own.scope, foreign.unreadId)).toBeNull()
    expect(await findUnreadPayment(database, own.scope, own.unreadId)).not.toBeNull()
  })

  it('open operations: are listed, summed and watched in its connections only', async () => {
    const { database } = payments
    const listed = await listOpenOperations(database, own.scope, { states: [] })
    expect(listed.map(({ operation }) => operation.id)).toEqual([own.operationId])
    expect(await sumOpenOperations(database, own.scope)).toMatchObject([{ currency: 'NOK' }])
    const now = await readOpenOperationsNow(database, own.scope)
    expect(now.inReview).toBe(1)
    expect(now.version).not.toBe((await readOpenOperationsNow(database, 'all')).version)
  })

  it('a foreign payment and operation: are not there, with anything of theirs', async () => {
    const { database } = payments
    const { scope } = own
    const { heldId, operationId } = foreign
    expect(await findTransactionView(database, scope, heldId)).toBeNull()
    expect(await findTransactionVersion(database, scope, heldId)).toBeNull()
    expect(await findOperation(database, scope, operationId)).toBeNull()
    expect(await findOperationDetail(database, scope, operationId)).toBeNull()
    expect(await listAttempts(database, scope, operationId, { withHttpExchange: true })).toEqual([])
    expect(await listReviewDecisions(database, scope, operationId)).toEqual([])
    expect(await findRecentRefusals(database, scope, [foreign.paymentId])).toEqual(new Map())
  })

  it('the own payment and operation: are there', async () => {
    const { database } = payments
    const { scope, heldId, operationId } = own
    expect(await findTransactionView(database, scope, heldId)).toMatchObject({ id: heldId })
    expect(await findTransactionVersion(database, scope, heldId)).not.toBeNull()
    expect(await findOperation(database, scope, operationId)).toMatchObject({ id: operationId })
    expect(await findOperationDetail(database, scope, operationId)).not.toBeNull()
    expect(
      await listAttempts(database, scope, operationId, { withHttpExchange: true }),
    ).toHaveLength(1)
    expect(await listReviewDecisions(database, scope, operationId)).toHaveLength(1)
    expect((await findRecentRefusals(database, scope, [own.paymentId])).size).toBe(1)
  })
})
