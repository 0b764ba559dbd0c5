import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listUnreadPayments } from '@/db/queries/listing/unread-payments'
import { noteUnread } from './note-unread'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { readAgain } from './read-again'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  await run(sql`delete from unread_payments`)
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) => db.execute(statement))
}

/** Notes a failed read of some time ago; returns the id of the note. */
async function addUnread(providerTransactionId: string | null): Promise<string> {
  await noteUnread(merchant.database, {
    connectionId: merchant.connection.id,
    providerTransactionId,
    reason: 'malformed',
    detail: null,
    readAt: new Date().toISOString(),
  })
  await run(sql`update unread_payments set tried_at = now() - interval '1 minute'`)
  const [row] = (await listUnreadPayments(merchant.database, 'all')).rows
  return row?.id ?? ''
}

const again = (unreadId: string) =>
  readAgain({ database: merchant.database, actor: { scope: 'all' } }, { unreadId })
const unread = async () => (await listUnreadPayments(merchant.database, 'all')).rows

describe('read again (A2)', () => {
  it('brings a payment that was never kept, and it leaves the list', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({ reference: 'AGAIN-1' })
    const unreadId = await addUnread(id)
    expect(await again(unreadId)).toEqual({ ok: true, value: 'read' })
    expect(await unread()).toEqual([])
    const found = await run(sql`select order_reference as reference from transactions`)
    expect(found).toEqual([{ reference: 'AGAIN-1' }])
    expect(await again(unreadId)).toEqual({ ok: true, value: 'read' })
  })

  it('that cannot be read says so, with the new reason, and is spared when just tried', async () => {
    const { id } = await merchant.sandbox.control.createTransaction({ reference: 'AGAIN-2' })
    const unreadId = await addUnread(id)
    await merchant.sandbox.control.addFault({
      match: { operation: 'read' },
      times: null,
      action: { type: 'alter', set: { amount: -5 } },
    })
    expect(await again(unreadId)).toEqual({ ok: true, value: 'unread' })
    expect(await unread()).toMatchObject([
      { reason: 'malformed', detail: expect.stringContaining('amount') },
    ])
    await merchant.sandbox.control.clearCalls()
    expect(await again(unreadId)).toEqual({ ok: true, value: 'just_tried' })
    expect(await merchant.sandbox.control.calls()).toEqual([])
  })

  it('has the whole list read where an entry has no id', async () => {
    await run(
      sql`update connections set polled_until = now(), poll_due_at = now() + interval '1 day'`,
    )
    expect(await again(await addUnread(null))).toEqual({ ok: true, value: 'list_begun' })
    const [row] = await run(sql`select polled_until, poll_due_at <= now() as due from connections
      where id = ${merchant.connection.id}`)
    expect(row).toEqual({ polled_until: null, due: true })
  })

  it('begins the whole list no second time when that was asked for just now', async () => {
    const unreadId = await addUnread(null)
    expect(await again(unreadId)).toEqual({ ok: true, value: 'list_begun' })
    await run(sql`update connections set poll_due_at = now() + interval '1 day'`)
    expect(await again(unreadId)).toEqual({ ok: true, value: 'just_tried' })
    const due = sql`select 1 from connections where poll_due_at <= now()`
    expect(await run(due)).toEqual([])
  })

  it('of a connection that cannot be used says so', async () => {
    const unreadId = await addUnread('T1.x')
    await run(sql`update connections set secret_ciphertext = 'v1.spoiled', updated_at = now()`)
    expect(await again(unreadId)).toMatchObject({
      ok: false,
      error: { code: 'provider_not_asked', values: { connection: merchant.connection.name } },
    })
  })
})
