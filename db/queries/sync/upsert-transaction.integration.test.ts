import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderItems, transactionEvents, transactions } from '@/db/schema/transactions'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, findReservation } from '@/testing/operation-row'
import { orderItem } from '@/testing/order-item'
import { upsertTransaction } from './upsert-transaction'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const AT = (minute: number) => `2026-03-01T12:${String(minute).padStart(2, '0')}:00.000Z`

const HELD = { authorizedMinor: 10_000, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }

function upsert(
  snapshot: TransactionSnapshot,
  readAt: string,
  connectionId = payments.connectionId,
) {
  const newId = randomUUID()
  return upsertTransaction(payments.database, { newId, connectionId, snapshot, readAt })
}

async function find({ providerTransactionId }: TransactionSnapshot) {
  const [row] = await payments.database.run((db) =>
    db
      .select()
      .from(transactions)
      .where(eq(transactions.providerTransactionId, providerTransactionId)),
  )
  if (row === undefined) throw new Error('there is no such payment')
  return row
}

async function itemsOf({ id }: { readonly id: string }) {
  return payments.database.run((db) =>
    db
      .select()
      .from(orderItems)
      .where(eq(orderItems.transactionId, id))
      .orderBy(orderItems.position),
  )
}

async function eventsOf({ id }: { readonly id: string }) {
  return payments.database.run((db) =>
    db
      .select()
      .from(transactionEvents)
      .where(eq(transactionEvents.transactionId, id))
      .orderBy(transactionEvents.position),
  )
}

describe('a read of a payment', () => {
  it('brings all that it shows', async () => {
    const snapshot = authorizedSnapshot({
      providerStatus: 'PARTIALLY_CAPTURED',
      totals: {
        authorizedMinor: 9_000,
        capturedMinor: 4_000,
        refundedMinor: 1_000,
        releasedMinor: 500,
      },
      customer: { name: 'Kari', email: 'k@e.no', phone: '4', customerId: 'c', isBusiness: true },
      orderReference: 'O-1',
      orderReference2: 'O-2',
      portalUrl: 'https://portal',
      paymentDetails: [{ label: 'Card', value: 'Visa' }],
      historyGaps: ['refund'],
      flags: ['debit'],
      captureDeadline: { at: new Date(AT(50)), source: 'provider' },
      items: [orderItem('1')],
      events: [captureEvent({ operationId: 'op' })],
    })
    expect(await upsert(snapshot, AT(1))).toBe(true)
    const row = await find(snapshot)
    expect(row).toMatchObject({
      phase: 'open',
      status: 'partially_captured_refunded',
      providerStatus: 'PARTIALLY_CAPTURED',
      method: 'vipps',
      currency: 'NOK',
      amountMinor: 10_000,
      ...snapshot.totals,
      orderReference: 'O-1',
      orderReference2: 'O-2',
      portalUrl: 'https://portal',
      customerName: 'Kari',
      customerEmail: 'k@e.no',
      customerPhone: '4',
      customerId: 'c',
      isBusiness: true,
      captureBy: new Date(AT(50)),
      captureBySource: 'provider',
      paymentDetails: snapshot.paymentDetails,
      historyGaps: ['refund'],
      flags: ['debit'],
      readAt: new Date(AT(1)),
      eventCount: 1,
      firstEventCount: 1,
    })
    expect(await itemsOf(row)).toMatchObject([{ position: 0, ...orderItem('1') }])
    expect(await eventsOf(row)).toMatchObject([
      { position: 0, currency: 'NOK', ...captureEvent({ operationId: 'op' }) },
    ])
  })

  it('replaces what an earlier one brought, the surplus lines too', async () => {
    const first = authorizedSnapshot({
      items: [orderItem('1'), orderItem('2')],
      orderReference: 'O-1',
    })
    await upsert(first, AT(1))
    const { id } = await find(first)
    const second: TransactionSnapshot = {
      ...first,
      providerStatus: 'X',
      method: 'klarna.klarna',
      amountMinor: 12_000,
      orderReference: 'O-9',
      phase: 'on_hold',
      totals: {
        authorizedMinor: 12_000,
        capturedMinor: 2_000,
        refundedMinor: 1_000,
        releasedMinor: 5,
      },
      items: [orderItem('3', { amountMinor: 7 })],
      events: [captureEvent()],
    }
    expect(await upsert(second, AT(2))).toBe(true)
    const row = await find(first)
    expect(row).toMatchObject({
      id,
      providerStatus: 'X',
      method: 'klarna.klarna',
      amountMinor: 12_000,
      orderReference: 'O-9',
      phase: 'on_hold',
      status: 'on_hold',
      ...second.totals,
      readAt: new Date(AT(2)),
      eventCount: 1,
      firstEventCount: 0,
    })
    expect(await itemsOf(row)).toMatchObject([{ lineId: '3', amountMinor: 7 }])
  })

  it.each<[string, { minute?: number; events?: number; currency?: string }]>([
    ['is older than what is known', { minute: 1 }],
    ['shows fewer events than are known', { events: 0 }],
    ['is in another currency', { currency: 'SEK' }],
  ])('changes nothing where it %s', async (_, { minute = 3, events = 1, currency = 'NOK' }) => {
    const known = authorizedSnapshot({ events: [captureEvent()], items: [orderItem('1')] })
    await upsert(known, AT(2))
    const before = await find(known)
    const other = {
      ...known,
      currency,
      totals: { ...HELD, capturedMinor: 7 },
      items: [],
      events: known.events.slice(0, events),
    }
    expect(await upsert(other, AT(minute))).toBe(false)
    expect(await find(known)).toEqual(before)
    expect(await itemsOf(before)).toHaveLength(1)
  })

  it('that began at the same moment counts', async () => {
    const known = authorizedSnapshot()
    await upsert(known, AT(2))
    expect(await upsert({ ...known, providerStatus: 'X' }, AT(2))).toBe(true)
  })

  it('of the same id at another connection is another payment', async () => {
    const snapshot = authorizedSnapshot()
    const [other] = await payments.database.run((db) =>
      db.execute<{ id: string }>(
        sql`select id from connections where id <> ${payments.connectionId} limit 1`,
      ),
    )
    await upsert(snapshot, AT(1))
    expect(await upsert(snapshot, AT(0), other?.id)).toBe(true)
  })

  it('keeps the operation that an event is known to be of', async () => {
    const known = authorizedSnapshot({ events: [captureEvent({ operationId: 'op-1' })] })
    await upsert(known, AT(1))
    await upsert({ ...known, events: [captureEvent({ amountMinor: 301 })] }, AT(2))
    expect(await eventsOf(await find(known))).toMatchObject([
      { operationId: 'op-1', amountMinor: 301 },
    ])
  })

  it('leaves to an open operation only what the provider has left', async () => {
    const { database } = payments
    const held = authorizedSnapshot()
    const id = await payments.add(held)
    const openOperationId = await addOperation(database, id, { amountMinor: 6_000 })
    const readAt = new Date(Date.now() + 1_000).toISOString()
    const totals = { ...HELD, capturedMinor: 3_000, releasedMinor: 3_000 }
    expect(await upsert({ ...held, totals }, readAt)).toBe(true)
    expect(await findReservation(database, id)).toEqual({
      openOperationId,
      reservedCaptureMinor: 4_000,
      reservedRefundMinor: 0,
    })
  })

  it('leaves to an open refund only what is not refunded yet', async () => {
    const { database } = payments
    const paid = authorizedSnapshot({ totals: { ...HELD, capturedMinor: 5_000 } })
    const id = await payments.add(paid)
    await addOperation(database, id, { kind: 'refund', amountMinor: 4_000 })
    const readAt = new Date(Date.now() + 1_000).toISOString()
    const totals = { ...HELD, capturedMinor: 5_000, refundedMinor: 3_000 }
    expect(await upsert({ ...paid, totals }, readAt)).toBe(true)
    expect(await findReservation(database, id)).toMatchObject({ reservedRefundMinor: 2_000 })
  })

  it.each([
    ['capture', { capturedMinor: 10_001 }],
    ['capture', { capturedMinor: 5_000, refundedMinor: 6_000 }],
    ['refund', { capturedMinor: 5_000, refundedMinor: 6_000 }],
  ] as const)(
    'keeps figures that contradict each other during a %s: %j (A3)',
    async (kind, contradicting) => {
      const { database } = payments
      const paid = authorizedSnapshot({ totals: { ...HELD, capturedMinor: 5_000 } })
      const id = await payments.add(paid)
      await addOperation(database, id, { kind, amountMinor: 4_000 })
      const flag = async () =>
        (
          await database.run((db) =>
            db.execute(
              sql`select is_contradictory as flag, status from transactions where id = ${id}`,
            ),
          )
        )[0]
      const totals = { ...HELD, ...contradicting }
      expect(await upsert({ ...paid, totals }, new Date(Date.now() + 1_000).toISOString())).toBe(
        true,
      )
      expect(await flag()).toEqual({ flag: true, status: 'unknown' })
      expect(await findReservation(database, id)).toMatchObject({ reservedRefundMinor: 0 })
      expect(await upsert(paid, new Date(Date.now() + 2_000).toISOString())).toBe(true)
      expect(await flag()).toMatchObject({ flag: false })
    },
  )

  it('takes a payment off those that could not be read (A2)', async () => {
    const { database, connectionId } = payments
    const snapshot = authorizedSnapshot()
    await database.run((db) =>
      db.execute(sql`
        insert into unread_payments (id, connection_id, provider_transaction_id, reason, due_at)
        values (gen_random_uuid(), ${connectionId}, ${snapshot.providerTransactionId}, 'malformed', now())`),
    )
    await payments.add(snapshot)
    expect(await database.run((db) => db.execute(sql`select 1 from unread_payments`))).toEqual([])
  })

  it('leaves a reservation whole where there is room for it', async () => {
    const { database } = payments
    const held = authorizedSnapshot()
    const id = await payments.add(held)
    await addOperation(database, id, { amountMinor: 6_000 })
    const readAt = new Date(Date.now() + 1_000).toISOString()
    await upsert({ ...held, totals: { ...HELD, capturedMinor: 4_000 } }, readAt)
    expect(await findReservation(database, id)).toMatchObject({ reservedCaptureMinor: 6_000 })
  })
})
