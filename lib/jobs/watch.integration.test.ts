import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { pollListOnce } from '@/lib/sync/poll-list'
import { rereadPaymentsOnce } from '@/lib/sync/reread-payments'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  // One list is read here: the demo's other providers stay out of it.
  await run(sql`delete from connections where provider <> 'dintero'`)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.reset()
  await run(sql`delete from transactions`)
  await run(
    sql`update connections set poll_due_at = now(), polled_until = null, sync_cursor = null`,
  )
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.owner.run((db) => db.execute(statement))
}

async function viewOf(reference: string): Promise<TransactionView | null> {
  const filter = { scope: 'all', statuses: [], search: reference, cursor: null } as const
  const { rows } = await listTransactions(merchant.database, filter)
  return findTransactionView(merchant.database, 'all', rows[0]?.id ?? '')
}

async function callsTo(operation: string): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter((call) => call.operation === operation).length
}

describe('polling a list', () => {
  const due = () => run(sql`update connections set poll_due_at = now()`)

  it('imports what there is, then asks only for what changed', async () => {
    const { ids } = await merchant.sandbox.control.createTransactions({
      count: 120,
      reference: 'OLD',
    })
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await run(sql`select count(*)::int as count from transactions`)).toEqual([
      { count: 120 },
    ])
    expect(await pollListOnce(merchant.database)).toBe(0)

    // As if it had been asked much later, so that the overlap does not reach back to them.
    await run(sql`update connections set polled_until = now() + interval '1 hour'`)
    await due()
    await merchant.sandbox.control.clearCalls()
    await pollListOnce(merchant.database)
    expect(await callsTo('list')).toBe(3)

    await run(sql`update connections set polled_until = now(), poll_due_at = now()`)
    await merchant.sandbox.control.actInPortal(ids[0] ?? '', { operation: 'capture', amount: 7 })
    const { id: refunded } = await merchant.sandbox.control.createTransaction({
      reference: 'NEW',
      status: 'CAPTURED' as const,
      amount: 900,
    })
    await merchant.sandbox.control.actInPortal(refunded, { operation: 'refund', amount: 5 })
    await pollListOnce(merchant.database)
    expect(await viewOf('NEW')).toMatchObject({ totals: { capturedMinor: 900, refundedMinor: 5 } })
    const captured = sql`select captured_minor::int as captured from transactions
      where provider_transaction_id = ${ids[0] ?? ''}`
    expect(await run(captured)).toEqual([{ captured: 7 }])
  })

  it('goes on where another turn stopped, and knows when it has begun', async () => {
    const count = LIMITS.poll.pages * LIMITS.page.providerList + 30
    await merchant.sandbox.control.createTransactions({ count, reference: 'MANY' })
    await pollListOnce(merchant.database)
    const running = sql`select sync_cursor is not null as running, polled_until is null as unknown from connections`
    expect(await run(running)).toEqual([{ running: true, unknown: true }])
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await run(running)).toEqual([{ running: false, unknown: false }])
    const late = sql`select polled_until <= now() as earlier from connections`
    expect(await run(late)).toEqual([{ earlier: true }])
    expect(await run(sql`select count(*)::int as count from transactions`)).toEqual([{ count }])
  })

  it('is done by one instance at a time', async () => {
    await merchant.sandbox.control.createTransaction()
    const turns = Array.from({ length: 4 }, () => pollListOnce(merchant.database))
    expect((await Promise.all(turns)).toSorted()).toEqual([0, 0, 0, 1])
  })

  it('that fails keeps its place and is tried again later', async () => {
    await merchant.sandbox.control.createTransactions({ count: 150, reference: 'DOWN' })
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'delay' },
    })
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 503 },
    })
    await pollListOnce(merchant.database)
    expect(await pollListOnce(merchant.database)).toBe(0)
    await due()
    await pollListOnce(merchant.database)
    expect(await run(sql`select count(*)::int as count from transactions`)).toEqual([
      { count: 150 },
    ])
    expect(await callsTo('list')).toBe(3)
  })
})

describe('reading open payments again', () => {
  const dueNow = () => run(sql`update scheduled_reads set due_at = now()`)

  it('finds what no list shows: a void in the provider’s own portal', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({ reference: 'VOIDED' })
    await merchant.importAll()
    await merchant.sandbox.control.actInPortal(id, { operation: 'void' })
    expect(await rereadPaymentsOnce(merchant.database)).toBe(0)
    await dueNow()
    expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
    expect(await viewOf('VOIDED')).toMatchObject({
      status: 'voided',
      outsideChange: { kind: 'void', state: 'succeeded' },
    })
    expect(await run(sql`select * from scheduled_reads`)).toEqual([])
  })

  it.each([
    ['now', 0, 8 / 24 / 60, 12.1 / 24 / 60],
    ['two days ago', 2, 0.39, 0.61],
    ['a hundred days ago', 100, 0.79, 1.21],
    ['181 days ago', 181, Infinity, Infinity],
  ])('comes seldomer the longer nothing changed, and ends: %s', async (_, days, least, most) => {
    const createdAt = new Date(Date.now() - days * 86_400_000).toISOString()
    await merchant.sandbox.control.createTransaction({ createdAt })
    await merchant.importAll()
    const [row] = await run(sql`
      select (extract(epoch from due_at - now()) / 86400)::float8 as days from scheduled_reads`)
    expect(row?.days).toBeGreaterThanOrEqual(least * 0.99)
    expect(row?.days).toBeLessThanOrEqual(most)
  })

  it('is shared by instances, and done again when one dies or the provider is down', async () => {
    await merchant.sandbox.control.createTransactions({ count: 12, reference: 'SHARED' })
    await merchant.importAll()
    await merchant.sandbox.control.clearCalls()
    await dueNow()
    const rounds = Array.from({ length: 3 }, () => rereadPaymentsOnce(merchant.database))
    expect((await Promise.all(rounds)).reduce((sum, taken) => sum + taken)).toBe(12)
    expect(await callsTo('read')).toBe(12)

    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      action: { type: 'status', status: 503 },
      times: 12,
    })
    await dueNow()
    await rereadPaymentsOnce(merchant.database)
    const soon = sql`select count(*)::int as count from scheduled_reads
      where due_at between now() and now() + ${LIMITS.reread.retryMs} * interval '1 millisecond'`
    expect(await run(soon)).toEqual([{ count: LIMITS.reread.limit }])
  })

  it('leaves payments alone to which nothing can happen', async () => {
    await merchant.sandbox.control.createTransaction({ reference: 'GONE', status: 'FAILED' })
    await merchant.importAll()
    expect(await viewOf('GONE')).toMatchObject({ status: 'failed' })
    expect(await run(sql`select * from scheduled_reads`)).toEqual([])
  })
})
