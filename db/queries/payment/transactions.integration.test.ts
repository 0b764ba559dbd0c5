import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findTransactionVersion } from '@/db/queries/operations/find-transaction-version'
import { findConnection } from '@/db/queries/sync/connections'
import { notes } from '@/db/schema/notes'
import { reviewDecisions } from '@/db/schema/operations'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { captureEvent } from '@/testing/capture-event'
import { changeBehindWalls } from '@/testing/behind-walls'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { orderItem } from '@/testing/order-item'
import { findProviderTransactionId, findTransactionView, listTransactions } from './transactions'

vi.hoisted(() => {
  process.env.PAYDESK_LIMITS = JSON.stringify({ page: { transactions: 2 }, list: { scanRows: 3 } })
})

const ADDRESS = {
  name: 'Kari Hansen',
  businessName: null,
  organizationNumber: null,
  lines: ['Storgata 1'],
  postalCode: '0155',
  city: 'Oslo',
  country: 'NO',
  phone: null,
  email: null,
}

/** A read of a payment with all that its page shows. */
const READ = {
  providerTransactionId: 'T1.whole',
  providerStatus: 'PARTIALLY_CAPTURED',
  orderReference: 'FF-1001',
  orderReference2: 'K-7',
  customer: {
    name: 'Kari Hansen',
    email: 'kari@example.com',
    phone: '+4790000000',
    customerId: 'c-1',
    isBusiness: true,
  },
  billingAddress: ADDRESS,
  shippingAddress: { ...ADDRESS, city: 'Bergen' },
  paymentDetails: [{ label: 'Number', value: '4111 **** **** 1111' }],
  historyGaps: ['who'],
  flags: ['stored_card'],
  captureDeadline: { at: new Date('2026-12-24T12:00:00Z'), source: 'provider' },
  portalUrl: 'https://portal.example.com/T1.whole',
  createdAt: new Date('2026-11-20T12:00:00Z'),
  totals: {
    authorizedMinor: 10_000,
    capturedMinor: 4_000,
    refundedMinor: 300,
    releasedMinor: 200,
  },
} as const satisfies Partial<TransactionSnapshot>

let payments: ListedPayments
let anna: Actor
let bo: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  anna = await findDemoActor(payments.database, 'support')
  bo = await findDemoActor(payments.database, 'admin')
  await addNeighbour()
})
afterAll(() => payments.stop())

async function view(id: string): Promise<TransactionView> {
  const found = await findTransactionView(payments.database, 'all', id)
  if (found === null) throw new Error('there is no such payment')
  return found
}

async function addNote(transactionId: string, text: string, writtenAt = new Date()) {
  const { userId: authorId, name: authorName, role: authorRole } = anna
  const note = { id: randomUUID(), transactionId, text, authorId, authorName, authorRole }
  await payments.database.run((db) => db.insert(notes).values({ ...note, writtenAt }))
  return note.id
}

async function addDecision(operationId: string, actor: Actor, decidedAt = new Date()) {
  const { userId: actorId, name: actorName } = actor
  const decision = { operationId, actorId, actorName, decidedAt } as const
  await payments.database.run((db) =>
    db.insert(reviewDecisions).values({ ...decision, verdict: 'succeeded', reason: 'Seen' }),
  )
}

/** A payment with one of everything, which no other payment’s page may show. */
async function addNeighbour(): Promise<void> {
  const id = await payments.add({ items: [orderItem('theirs')], events: [captureEvent()] })
  await addDecision(await addOperation(payments.database, id, { state: 'needs_review' }), bo)
  await addNote(id, 'About another payment')
}

describe('the page of a payment', () => {
  it('shows all that was read of it, and its connection', async () => {
    const { database, connectionId } = payments
    const id = await payments.add(READ)
    const connection = await findConnection(database, connectionId)
    expect(await view(id)).toMatchObject({
      ...READ,
      id,
      status: 'partially_captured_refunded',
      provider: connection?.provider,
      connection: {
        id: connectionId,
        name: connection?.name,
        accountId: connection?.accountId,
        isTest: connection?.isTest,
        updatedAt: connection?.updatedAt,
      },
      version: await findTransactionVersion(database, 'all', id),
    })
  })

  it('has nothing of other payments where this one has nothing', async () => {
    expect(await view(await payments.add({}))).toMatchObject({
      items: [],
      events: [],
      operations: [],
      openOperation: null,
      notes: [],
      reviewers: [],
      outsideChange: null,
    })
  })

  it('shows order lines and events as the provider orders them', async () => {
    const items = ['c', 'a', 'b'].map((lineId) => orderItem(lineId))
    const events = ['9', '1', '5'].map((providerEventId) => captureEvent({ providerEventId }))
    const found = await view(await payments.add({ items, events }))
    expect(found.items.map(({ item }) => item)).toEqual(items)
    expect(found.events).toEqual(events)
    expect(found.eventCount).toBe(3)
  })

  it('reports a change from elsewhere that came after its first read', async () => {
    const providerTransactionId = 'T1.changed'
    const events = [captureEvent({ providerEventId: '1' }), captureEvent({ providerEventId: '2' })]
    const id = await payments.add({ providerTransactionId, events })
    expect((await view(id)).outsideChange).toBeNull()
    const later = captureEvent({ providerEventId: '3' })
    await payments.add({ providerTransactionId, events: [...events, later] })
    expect((await view(id)).outsideChange).toEqual(later)
  })

  it('is none where no payment has this id', async () => {
    const id = await payments.add({})
    for (const other of [randomUUID(), id.toUpperCase(), id.slice(1), '']) {
      expect(await findTransactionView(payments.database, 'all', other)).toBeNull()
    }
  })
})

describe('the page of a payment that people worked on', () => {
  it('shows operations newest first, and the open one as such', async () => {
    const { database } = payments
    const id = await payments.add({})
    const settled = { state: 'succeeded' } as const
    const middle = await addOperation(database, id, { ...settled, createdAt: secondsAgo(200) })
    expect((await view(id)).openOperation).toBeNull()
    const open = { kind: 'void', state: 'pending', createdAt: secondsAgo(100) } as const
    const newest = await addOperation(database, id, open)
    const oldest = await addOperation(database, id, { ...settled, createdAt: secondsAgo(300) })
    const found = await view(id)
    expect(found.operations.map((operation) => operation.id)).toEqual([newest, middle, oldest])
    expect(found.openOperation).toEqual({ kind: 'void', state: 'pending' })
  })

  it('shows notes oldest first, with their authors', async () => {
    const id = await payments.add({})
    const later = await addNote(id, 'Second', secondsAgo(10))
    const earlier = await addNote(id, 'First', secondsAgo(20))
    const author = { authorName: anna.name, authorRole: anna.role }
    expect((await view(id)).notes).toMatchObject([
      { id: earlier, text: 'First', ...author },
      { id: later, text: 'Second', ...author },
    ])
  })

  it('names who decided about the operation in review, first decision first', async () => {
    const { database } = payments
    const id = await payments.add({})
    const earlier = await addOperation(database, id, { state: 'needs_review' })
    await addDecision(earlier, await findDemoActor(database, 'viewer'))
    await changeBehindWalls(
      database,
      `update operations set state = 'succeeded', settled_at = now() where id = '${earlier}'`,
    )
    const open = await addOperation(database, id, { state: 'needs_review' })
    await addDecision(open, bo, secondsAgo(10))
    await addDecision(open, anna, secondsAgo(20))
    expect((await view(id)).reviewers).toEqual([anna.name, bo.name])
  })
})

describe('a page of the list', () => {
  const onDay = (day: string) => ({ scope: 'all' as const, createdFrom: day, createdTo: day })

  /** A payment that was made so many seconds after a day began. */
  const add = (day: string, seconds: number, method = 'vipps') =>
    payments.add({ method, createdAt: new Date(Date.parse(day) + seconds * 1_000) })

  it('has another one after it just where there are more payments', async () => {
    const [older, newer] = [await add('2026-01-01', 1), await add('2026-01-01', 2)]
    const whole = await listTransactions(payments.database, onDay('2026-01-01'))
    expect(whole.rows.map(({ id }) => id)).toEqual([newer, older])
    expect(whole).toMatchObject({ next: null, searchedUntil: null, onlyNamed: false })

    const newest = await add('2026-01-01', 3)
    const first = await listTransactions(payments.database, onDay('2026-01-01'))
    expect(first.rows.map(({ id }) => id)).toEqual([newest, newer])
    expect(first.searchedUntil).toBeNull()
    const cursor = first.next
    const second = await listTransactions(payments.database, {
      ...onDay('2026-01-01'),
      cursor,
    })
    expect(second.rows.map(({ id }) => id)).toEqual([older])
    expect(second.next).toBeNull()
  })

  it('may be empty and go on where looking further would take too long', async () => {
    const rare = await add('2026-02-02', 0, 'rare')
    for (const seconds of [1, 2, 3]) await add('2026-02-02', seconds)
    const filter = { ...onDay('2026-02-02'), method: 'rare' }
    const first = await listTransactions(payments.database, filter)
    expect(first).toMatchObject({
      rows: [],
      searchedUntil: { at: new Date('2026-02-02T00:00:01Z'), by: 'created' },
    })
    expect(first.next).not.toBeNull()
    const second = await listTransactions(payments.database, {
      ...filter,
      cursor: first.next,
    })
    expect(second.rows.map(({ id }) => id)).toEqual([rare])
    expect(second).toMatchObject({ next: null, searchedUntil: null })
  })
})

describe('the provider’s id of an order’s payment', () => {
  const find = (orderReference: string, connectionId = payments.connectionId) =>
    findProviderTransactionId(payments.database, connectionId, orderReference)

  function add(providerTransactionId: string, orderReference: string, madeAgoS: number) {
    const createdAt = secondsAgo(madeAgoS)
    return payments.add({ providerTransactionId, orderReference, createdAt })
  }

  it('is that of the newest one', async () => {
    await add('T1.middle', 'ORDER-1', 200)
    await add('T1.newest', 'ORDER-1', 100)
    await add('T1.oldest', 'ORDER-1', 300)
    await add('T1.of-another-order', 'ORDER-11', 1)
    expect(await find('ORDER-1')).toBe('T1.newest')
  })

  it('is that of the same account', async () => {
    const { otherConnectionId } = payments
    await add('T1.own', 'ORDER-2', 100)
    const theirs = { providerTransactionId: 'T1.theirs', orderReference: 'ORDER-2' }
    await payments.add(theirs, otherConnectionId)
    expect(await find('ORDER-2')).toBe('T1.own')
    expect(await find('ORDER-2', otherConnectionId)).toBe('T1.theirs')
  })

  it('is none where no payment is of this order', async () => {
    await add('T1.other', 'ORDER-3', 1)
    for (const reference of ['ORDER-4', 'order-3', 'ORDER', '']) {
      expect(await find(reference)).toBeNull()
    }
  })
})
