import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listUnreadPayments } from '@/db/queries/listing/unread-payments'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { noteUnread } from './note-unread'
import { pollListOnce } from './poll-list'
import { readAgain } from './read-again'
import { rereadPaymentsOnce } from './reread-payments'

const RETRY_AFTER_S = 500

let merchant: TestMerchant
let providerTransactionId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  await run(sql`delete from connections where provider <> 'dintero'`)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.reset()
  await run(sql`delete from unread_payments`)
  await run(sql`delete from transactions`)
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  ;({ providerTransactionId } = payment)
  await run(sql`update scheduled_reads set due_at = now() + interval '20 days'`)
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.owner.run((db) => db.execute(statement))
}

/** Turns the next calls away, to be made again after a while. */
function limit(operation: 'read' | 'list'): Promise<unknown> {
  return merchant.sandbox.control.addFault({
    match: { operation },
    times: null,
    action: { type: 'status', status: 429, headers: { 'retry-after': String(RETRY_AFTER_S) } },
  })
}

/** Seconds from now, of the one time that a statement finds as `at`. */
async function secondsUntil(at: SQL): Promise<number> {
  const [row] = await run(sql`select extract(epoch from (${at}) - now())::float8 as seconds`)
  return Number(row?.seconds)
}

const scheduled = sql`select due_at from scheduled_reads`
const unreadDue = sql`select due_at from unread_payments`

/** Notes a failed read of the payment of some time ago; returns the id of the note. */
async function addUnread(): Promise<string> {
  await noteUnread(merchant.database, {
    connectionId: merchant.connection.id,
    providerTransactionId,
    reason: 'malformed',
    detail: null,
    readAt: new Date(Date.now() + 1_000).toISOString(),
  })
  await run(sql`update unread_payments set due_at = now(), tried_at = now() - interval '1 hour'`)
  return (await listUnreadPayments(merchant.database, 'all')).rows[0]?.id ?? ''
}

function expectWait(seconds: number): void {
  expect(seconds).toBeGreaterThan(RETRY_AFTER_S - 20)
  expect(seconds).toBeLessThanOrEqual(RETRY_AFTER_S + 1)
}

describe('a read that a limit turns away', () => {
  it('of a payment that is due is due again when the limit allows it', async () => {
    await run(sql`update scheduled_reads set due_at = now()`)
    await limit('read')
    expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
    expectWait(await secondsUntil(scheduled))
    expect(await run(sql`select * from unread_payments`)).toEqual([])
  })

  it('of an unread payment puts off this try, and not its scheduled read', async () => {
    await addUnread()
    await limit('read')
    expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
    expectWait(await secondsUntil(unreadDue))
    expect(await run(sql`select tries from unread_payments`)).toEqual([{ tries: 1 }])
    expect(await secondsUntil(scheduled)).toBeGreaterThan(19 * 86_400)
  })

  it('that a person asks for says when one is possible', async () => {
    const unreadId = await addUnread()
    await limit('read')
    const result = await readAgain(
      { database: merchant.database, actor: { scope: 'all' } },
      { unreadId },
    )
    expect(result).toEqual({ ok: true, value: { waitMs: expect.any(Number) } })
    expect(await run(sql`select tries from unread_payments`)).toEqual([{ tries: 1 }])
  })

  it('of a list is the next turn’s, when the limit allows it', async () => {
    await run(sql`update connections set poll_due_at = now()`)
    await limit('list')
    await pollListOnce(merchant.database)
    expectWait(await secondsUntil(sql`select poll_due_at from connections`))
  })
})
