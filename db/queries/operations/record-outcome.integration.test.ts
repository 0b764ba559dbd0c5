import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import type {
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { operationIntent } from '@/testing/operation-intent'
import { insertIntent } from './insert-intent'
import { recordOutcome } from './record-outcome'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

/** A capture of 30,00 that is on its way. */
async function sendCapture(transactionId: string): Promise<string> {
  const { database } = payments
  const intent = await operationIntent(database, transactionId)
  expect(await insertIntent(database, intent)).toBe(true)
  return intent.request.operationId
}

function event(id: string, kind: 'authorize' | 'capture'): TransactionEvent {
  return {
    providerEventId: id,
    kind,
    providerKind: kind,
    state: 'succeeded',
    amountMinor: 3000,
    lines: [],
    reference: null,
    operationId: null,
    providerReference: null,
    error: null,
    occurredAt: null,
    closes: [],
  }
}

/** The payment as it is known, with other totals and so many events. */
async function snapshotOf(
  id: string,
  capturedMinor: number,
  eventCount: number,
): Promise<TransactionSnapshot> {
  const view = await findTransactionView(payments.database, 'all', id)
  if (view === null) throw new Error('there is no such payment')
  const events = ['1', '2', '3'].map((name) => event(name, name === '1' ? 'authorize' : 'capture'))
  return {
    ...view,
    phase: 'open',
    items: [],
    events: events.slice(0, eventCount),
    updatedAt: view.createdAt,
    totals: { ...view.totals, capturedMinor },
  }
}

async function settle(
  operationId: string,
  snapshot: TransactionSnapshot,
  readAt: string | null = null,
) {
  const recorded = await recordOutcome(payments.database, {
    operationId,
    state: 'succeeded',
    message: null,
    refusalCode: null,
    retry: null,
    providerReference: null,
    snapshot,
    readAt,
    checkAfterMs: null,
    attempt: null,
    by: 'requester',
  })
  if (recorded === null) throw new Error('the outcome was not written')
  return recorded
}

async function read(snapshot: TransactionSnapshot, readAt?: string): Promise<boolean> {
  return upsertTransaction(payments.database, {
    newId: randomUUID(),
    connectionId: payments.connectionId,
    snapshot,
    readAt: readAt ?? (await findDatabaseTime(payments.database)),
  })
}

async function stateOf(id: string) {
  const [row] = await payments.database.run((db) =>
    db.execute<{ captured: number; eventCount: number; isDue: boolean }>(sql`
      select captured_minor::int as captured, event_count as "eventCount",
        coalesce(due_at <= now(), false) as "isDue"
      from transactions left join scheduled_reads on transaction_id = id where id = ${id}`),
  )
  return row
}

describe('the amounts of an outcome', () => {
  it('makes a read due until the rest of its snapshot is kept', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    const snapshot = await snapshotOf(id, 3000, 2)
    const { readAt } = await settle(operationId, snapshot)
    expect(await stateOf(id)).toEqual({ captured: 3000, eventCount: 2, isDue: true })
    expect(await read(snapshot, readAt)).toBe(true)
    expect(await stateOf(id)).toMatchObject({ isDue: false })
  })

  it('does not take amounts that were seen before a read that is known', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    await read(await snapshotOf(id, 5000, 2))
    const older = await snapshotOf(id, 3000, 2)
    const { readAt } = await settle(operationId, older)
    expect(await stateOf(id)).toEqual({ captured: 5000, eventCount: 2, isDue: true })
    expect(await read(older, readAt)).toBe(false)
    expect(await stateOf(id)).toMatchObject({ captured: 5000, isDue: true })
  })

  it('leaves a later read’s events alone where its own snapshot shows more', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    await read(await snapshotOf(id, 0, 1))
    const longer = await snapshotOf(id, 3000, 2)
    const { readAt } = await settle(operationId, longer)
    expect(await stateOf(id)).toEqual({ captured: 3000, eventCount: 2, isDue: true })
    expect(await read(longer, readAt)).toBe(false)
    expect(await stateOf(id)).toMatchObject({ isDue: true })
  })

  it('does not take amounts of a later read that shows fewer events', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    await read(await snapshotOf(id, 5000, 2))
    const later = await findDatabaseTime(payments.database)
    await settle(operationId, await snapshotOf(id, 3000, 1), later)
    expect(await stateOf(id)).toEqual({ captured: 5000, eventCount: 2, isDue: true })
  })

  it('is as old as its read', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    const began = await findDatabaseTime(payments.database)
    const later = await findDatabaseTime(payments.database)
    await settle(operationId, await snapshotOf(id, 3000, 2), began)
    expect(await read(await snapshotOf(id, 4000, 2), later)).toBe(true)
  })

  it('brings no amounts in another currency', async () => {
    const id = await payments.add({})
    const operationId = await sendCapture(id)
    await settle(operationId, { ...(await snapshotOf(id, 3000, 2)), currency: 'SEK' })
    expect(await stateOf(id)).toEqual({ captured: 0, eventCount: 0, isDue: true })
  })
})
