import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { pollListOnce } from './poll-list'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
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

async function listCalls(): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter(({ operation }) => operation === 'list').length
}

/** The position of the sync run, and the minutes until its next turn. */
async function syncState(): Promise<unknown> {
  const [row] = await run(sql`select sync_cursor is not null as running,
    polled_until is not null as ended,
    round(extract(epoch from poll_due_at - now()) / 60)::int as minutes from connections`)
  return row
}

const MINUTES = Math.round(LIMITS.poll.everyMs / 60_000)

describe('a sync run through a list', () => {
  it('ends where the list repeats its cursor', async () => {
    const entry = await merchant.sandbox.control.createTransaction({ reference: 'SAME' })
    const body = Array.from({ length: LIMITS.page.providerList }, () => entry)
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      times: null,
      action: { type: 'status', status: 200, body },
    })
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await listCalls()).toBe(2)
    expect(await syncState()).toEqual({ running: false, ended: true, minutes: MINUTES })
  })

  it('that fails at its first page begins anew, later', async () => {
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 503 },
    })
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await syncState()).toEqual({ running: false, ended: false, minutes: MINUTES })
  })

  it('that meets a limit is due again when the limit ends', async () => {
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 429, headers: { 'retry-after': '1800' } },
    })
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await syncState()).toEqual({ running: false, ended: false, minutes: 30 })
  })

  it('is left to its lease where the connection cannot be used', async () => {
    await run(
      sql`update connections set base_url = 'http://127.0.0.1:1', updated_at = clock_timestamp()`,
    )
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await listCalls()).toBe(0)
    const minutes = Math.round(LIMITS.poll.leaseMs / 60_000)
    expect(await syncState()).toEqual({ running: false, ended: false, minutes })
    const { baseUrl } = merchant.connection
    await run(sql`update connections set base_url = ${baseUrl}, updated_at = clock_timestamp()`)
  })
})
