import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDatabaseTime } from '@/db/queries/database-time'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { operationIntent } from '@/testing/operation-intent'
import { orderItem } from '@/testing/order-item'
import { insertIntent } from './insert-intent'
import { recordOutcome, type RecordedOutcome } from './record-outcome'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const CREATED_AT = new Date('2026-03-01T12:00:00.000Z')
const ADDRESS = {
  name: 'Kari Nordmann',
  lines: ['Storgata 1'],
  postalCode: '0155',
  city: 'Oslo',
  country: 'NO',
  businessName: null,
  organizationNumber: null,
  phone: null,
  email: null,
}

/** A payment as it was read first: two items, and an event that is under way. */
function firstRead(): TransactionSnapshot {
  return authorizedSnapshot({
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
    items: [orderItem('1'), orderItem('2')],
    events: [captureEvent({ providerEventId: 'p', state: 'pending' })],
  })
}

/** The same after a capture: all that can change has changed, and the event under way is no more. */
function afterCapture({ providerTransactionId }: TransactionSnapshot): TransactionSnapshot {
  return authorizedSnapshot({
    providerTransactionId,
    createdAt: CREATED_AT,
    updatedAt: new Date('2026-03-01T12:00:05.000Z'),
    providerStatus: 'PARTIALLY_CAPTURED',
    method: 'swish',
    amountMinor: 9_000,
    totals: {
      authorizedMinor: 10_000,
      capturedMinor: 3_000,
      refundedMinor: 0,
      releasedMinor: 1_000,
    },
    orderReference: 'O-1',
    orderReference2: 'O-2',
    customer: {
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      phone: '+47 900 00 000',
      customerId: 'C1',
      isBusiness: true,
    },
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    paymentDetails: [{ label: 'Number', value: '**** 1111' }],
    items: [orderItem('1', { description: 'Other' })],
    events: [
      captureEvent({ providerEventId: '1', kind: 'authorize' }),
      captureEvent({ providerEventId: '2', amountMinor: 3_000 }),
    ],
    historyGaps: ['who'],
    flags: ['debit'],
    captureDeadline: { at: new Date('2026-03-08T12:00:00.000Z'), source: 'provider' },
    portalUrl: 'https://portal.example/1',
  })
}

interface Sent {
  readonly id: string
  readonly operationId: string
  readonly first: TransactionSnapshot
}

/** A payment with a capture of 30,00 that is on its way. */
async function sendCapture(): Promise<Sent> {
  const first = firstRead()
  const id = await payments.add(first)
  const intent = await operationIntent(payments.database, id)
  expect(await insertIntent(payments.database, intent)).toBe(true)
  return { id, operationId: intent.request.operationId, first }
}

async function settle(
  operationId: string,
  snapshot: TransactionSnapshot,
  connectionId: string | null = payments.connectionId,
): Promise<RecordedOutcome> {
  const recorded = await recordOutcome(payments.database, {
    operationId,
    state: 'succeeded',
    message: null,
    refusalCode: null,
    retry: null,
    providerReference: null,
    snapshot,
    ...(connectionId !== null && { connectionId }),
    readAt: null,
    checkAfterMs: null,
    attempt: null,
    by: 'requester',
  })
  if (recorded === null) throw new Error('the outcome was not written')
  return recorded
}

function read(snapshot: TransactionSnapshot, readAt: string): Promise<boolean> {
  const { connectionId, database } = payments
  return upsertTransaction(database, { newId: randomUUID(), connectionId, snapshot, readAt })
}

/** All that is stored of a payment, but for its ids and for times of this moment. */
async function stored(id: string): Promise<unknown> {
  const [row] = await payments.database.run((db) =>
    db.execute<{ all: Record<string, unknown> }>(sql`
      select jsonb_build_object(
        'payment', to_jsonb(transactions) - array[
          'id', 'provider_transaction_id', 'search_text', 'read_at'
        ],
        'found', search_text like '%kari nordmann%',
        'isReadNow', read_at > now() - interval '20 seconds',
        'items', (
          select jsonb_agg(to_jsonb(order_items) - 'transaction_id' order by position)
          from order_items where transaction_id = transactions.id
        ),
        'events', (
          select jsonb_agg(to_jsonb(event) - 'transaction_id' order by provider_event_id)
          from transaction_events event where transaction_id = transactions.id
        ),
        'isDue', (select due_at <= now() from scheduled_reads where transaction_id = transactions.id)
      ) as "all"
      from transactions where id = ${id}`),
  )
  return row?.all
}

describe('a snapshot that an outcome keeps as a whole', () => {
  it('is stored as the outcome and a read after it store it', async () => {
    const [one, two] = [await sendCapture(), await sendCapture()]
    await expect(settle(one.operationId, afterCapture(one.first))).resolves.toMatchObject({
      isKept: true,
      operation: { state: 'succeeded' },
    })
    const snapshot = afterCapture(two.first)
    const { readAt, isKept } = await settle(two.operationId, snapshot, null)
    expect(isKept).toBe(false)
    expect(await read(snapshot, readAt)).toBe(true)
    const whole = await stored(one.id)
    expect(whole).toEqual(await stored(two.id))
    expect(whole).toMatchObject({ found: true, isReadNow: true, isDue: false })
    expect(whole).toMatchObject({
      items: [{ description: 'Other' }],
      events: [{ provider_event_id: '1' }, {}, { provider_event_id: 'p', state: 'failed' }],
      payment: { open_operation_id: null, reserved_capture_minor: 0, event_count: 2 },
    })
  })

  it('counts as read: its payment is not among the unread any more', async () => {
    const { first, operationId } = await sendCapture()
    const { providerTransactionId } = first
    const unread = sql`
      from unread_payments where provider_transaction_id = ${providerTransactionId}`
    await payments.database.run((db) =>
      db.execute(sql`
        insert into unread_payments (id, connection_id, provider_transaction_id, reason, due_at)
        values (${randomUUID()}, ${payments.connectionId}, ${providerTransactionId}, 'unavailable', now())`),
    )
    await settle(operationId, afterCapture(first))
    expect(await payments.database.run((db) => db.execute(sql`select 1 ${unread}`))).toEqual([])
  })
})

describe('a snapshot that an outcome does not keep', () => {
  it('because a read has begun since: its amounts count, and a read is due', async () => {
    const { id, first, operationId } = await sendCapture()
    expect(await read(first, await findDatabaseTime(payments.database))).toBe(true)
    const { isKept } = await settle(operationId, afterCapture(first))
    expect(isKept).toBe(false)
    expect(await stored(id)).toMatchObject({
      payment: { captured_minor: 3_000, order_reference: null },
      items: [{ description: 'Item 1' }, {}],
      isDue: true,
    })
  })

  it.each([
    ['it is of another payment', { providerTransactionId: 'T1.another' }],
    ['it is in another currency', { currency: 'SEK' }],
    ['it shows fewer events', { events: [] }],
  ])('because %s', async (_, change) => {
    const { id, first, operationId } = await sendCapture()
    const { isKept } = await settle(operationId, { ...afterCapture(first), ...change })
    expect(isKept).toBe(false)
    expect(await stored(id)).toMatchObject({
      payment: { order_reference: null, open_operation_id: null },
      isDue: true,
    })
  })

  it('because its payment came by another connection', async () => {
    const { id, first, operationId } = await sendCapture()
    const other = payments.otherConnectionId
    expect(await settle(operationId, afterCapture(first), other)).toMatchObject({ isKept: false })
    expect(await stored(id)).toMatchObject({ payment: { order_reference: null }, isDue: true })
  })
})
