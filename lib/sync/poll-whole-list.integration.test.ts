import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { callControl } from '@/testing/sandbox-control'
import { noteUnread } from './note-unread'
import { pollListOnce } from './poll-list'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant('bambora-checkout')
  await run(sql`delete from connections where provider <> 'bambora-checkout'`)
})
afterAll(() => merchant.stop())

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) => db.execute(statement))
}

async function found(): Promise<unknown> {
  const [row] = await run(sql`select
    (select count(*)::int from transactions) as payments, sync_cursor is not null as running,
    round(extract(epoch from poll_due_at - now()) / 3600)::int as hours from connections`)
  return row
}

it('a list that cannot be filtered by change is read a page a turn, and again after hours', async () => {
  const page = LIMITS.page.providerListBare
  const options = { count: page + 5, amount: 100 }
  await callControl(merchant.sandbox.url, 'POST', 'bambora-checkout/transactions', options)
  expect(await pollListOnce(merchant.database)).toBe(1)
  expect(await found()).toEqual({ payments: page, running: true, hours: 0 })
  expect(await pollListOnce(merchant.database)).toBe(1)
  expect(await found()).toEqual({ payments: page + 5, running: false, hours: 6 })

  await merchant.importAll()
  expect(await found()).toEqual({ payments: page + 5, running: false, hours: 6 })
})

it('a list that cannot be filtered by change loses the note of entries without an id (A2)', async () => {
  const note = { providerTransactionId: null, reason: 'malformed', detail: null } as const
  const readAt = new Date().toISOString()
  await noteUnread(merchant.database, { connectionId: merchant.connection.id, readAt, ...note })
  await run(sql`update connections set poll_due_at = now(), polled_until = now()`)
  while ((await pollListOnce(merchant.database)) > 0);
  expect(await run(sql`select * from unread_payments`)).toEqual([])
})
