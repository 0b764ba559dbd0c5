import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transactionEvents, transactions } from '@/db/schema/transactions'
import type {
  EventLine,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { orderItem } from '@/testing/order-item'
import { upsertTransaction } from './upsert-transaction'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

const [MUG, TEA, CUP] = ['mug', 'tea', 'cup'].map((lineId) => orderItem(lineId)) as [
  OrderItem,
  OrderItem,
  OrderItem,
]

function lineOf({ lineId, quantityMicros, amountMinor }: OrderItem): EventLine {
  return { lineId, quantityMicros, amountMinor }
}

function authorized(providerEventId: string, items: readonly OrderItem[]): TransactionEvent {
  const lines = items.map(lineOf)
  return captureEvent({ kind: 'authorize', providerEventId, providerReference: null, lines })
}

/** Writes reads of one payment, each a second after the other; the lines of its events then. */
async function linesAfter(
  ...reads: { readonly items: readonly OrderItem[]; readonly events: readonly TransactionEvent[] }[]
): Promise<readonly (readonly EventLine[])[]> {
  const payment = authorizedSnapshot()
  for (const [second, { items, events }] of reads.entries()) {
    await upsertTransaction(payments.database, {
      newId: randomUUID(),
      connectionId: payments.connectionId,
      snapshot: { ...payment, items, events },
      readAt: new Date(Date.UTC(2026, 2, 1, 12, 0, second)).toISOString(),
    })
  }
  const rows = await payments.database.run((db) =>
    db
      .select({ lines: transactionEvents.lines })
      .from(transactionEvents)
      .innerJoin(transactions, eq(transactions.id, transactionEvents.transactionId))
      .where(eq(transactions.providerTransactionId, payment.providerTransactionId))
      .orderBy(asc(transactionEvents.position)),
  )
  return rows.map(({ lines }) => lines)
}

const first = authorized('first', [])
const before = { items: [MUG, TEA], events: [first] }
const change = authorized('change', [MUG, CUP])
const after = { items: [MUG, CUP], events: [first, change] }
const kept = [MUG, TEA].map((item) => ({ ...lineOf(item), description: item.description }))

describe('lines of an authorization', () => {
  it('are the order that was known when the provider reports a new one (G2)', async () => {
    expect(await linesAfter(before, after)).toEqual([kept, change.lines])
  })

  it('stay as they were kept, however often it is read and changed (G2)', async () => {
    const later = authorized('later', [CUP])
    const again = { items: [CUP], events: [first, change, later] }
    expect(await linesAfter(before, after, after, again)).toEqual([kept, change.lines, later.lines])
  })

  it('are unknown where the order was never seen before its change', async () => {
    expect(await linesAfter(after, after)).toEqual([[], change.lines])
  })

  it('are as reported where the provider names them, and where nothing changed', async () => {
    const named = authorized('first', [TEA])
    const reported = { items: [MUG, CUP], events: [named, change] }
    expect(await linesAfter(before, reported)).toEqual([named.lines, change.lines])
    expect(await linesAfter(before, before)).toEqual([[]])
  })
})
