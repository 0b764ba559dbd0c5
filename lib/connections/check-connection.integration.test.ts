import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addConnectionRow } from '@/db/queries/access/add-connection'
import { findConnection, upsertConnection } from '@/db/queries/sync/connections'
import { encryptionKeys } from '@/lib/config/key-ring'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { checkConnection } from './check-connection'
import { connectAccount } from './connect-account'
import { sealedConnection, type StatedConnection } from './sealed-connection'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

/** Checks the demo's connection as it is after a change; with another account, one of its own. */
async function check(change: Partial<StatedConnection>, clientSecret = 'paydesk-demo-secret') {
  const { id, name, provider, accountId, baseUrl } = merchant.connection
  const own =
    change.accountId === undefined ? { id, name } : { id: randomUUID(), name: randomUUID() }
  const secret = { clientId: 'paydesk-demo', clientSecret }
  const stated = { ...own, provider, accountId, baseUrl, secret, ...change }
  const keys = encryptionKeys()
  expect(await upsertConnection(merchant.database, sealedConnection(stated, keys))).toBe(true)
  return checkConnection(merchant.database, own.id)
}

describe('testing a connection', () => {
  it('passes with the right credentials and says when', async () => {
    expect(await check({})).toMatchObject({ ok: true })
    const stored = await findConnection(merchant.database, merchant.connection.id)
    expect(stored?.checkedAt).toBeInstanceOf(Date)
    expect(stored?.checkProblem).toBeNull()
  })

  it('fails in words with a wrong secret, and keeps that', async () => {
    const result = await check({}, 'wrong')
    expect(result).toMatchObject({ ok: false, error: { code: 'unauthorized' } })
    const stored = await findConnection(merchant.database, merchant.connection.id)
    expect(stored).toMatchObject({
      checkProblem: 'credentials_refused',
      checkDetail: expect.stringContaining('credentials') as string,
    })
  })

  it.each([
    ['T33335555', 'unauthorized', 'T33335555 is a test account'],
    ['P11112222', 'unauthorized', 'P11112222 is a production account'],
    ['11112222', 'wrong_account', 'begin with T (test) or P (production)'],
  ])('fails with the account %s, which is not that of the credentials', async (id, code, words) => {
    const result = await check({ accountId: id })
    expect(result).toMatchObject({ error: { code, message: expect.stringContaining(words) } })
  })

  it.each(['https://dintero.example.com/v1', 'http://127.0.0.1:1/dintero/v1', 'no address'])(
    'sends no secret to %s',
    async (baseUrl) => {
      expect(await check({ baseUrl })).toMatchObject({
        ok: false,
        error: { code: 'wrong_account' },
      })
    },
  )

  it('refuses a connection that doesn’t exist', async () => {
    const result = await checkConnection(merchant.database, '01990000-0000-7000-8000-00000000dead')
    expect(result).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('a new connection', () => {
  const secret = { clientId: 'paydesk-other', clientSecret: 'paydesk-other-secret' }

  function save(change: Partial<Parameters<typeof connectAccount>[1]>) {
    const { provider, baseUrl } = merchant.connection
    const other = { accountId: 'T33334444', name: 'New', secret }
    const options = { provider, baseUrl, ...other, ...change }
    return connectAccount(merchant.owner, options)
  }

  it('is kept only when the provider accepts it', async () => {
    const refused = await save({ secret: { ...secret, clientSecret: 'wrong' } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'unauthorized' } })
    expect(await save({ baseUrl: 'https://dintero.example.com/v1' })).toMatchObject({
      error: { code: 'wrong_account' },
    })
    const saved = await save({})
    if (!saved.ok) throw new Error(saved.error.message ?? saved.error.code)
    const { id, webhookUrl } = saved.value
    expect(webhookUrl).toContain(`/api/webhooks/dintero/${id}`)
    expect(await checkConnection(merchant.database, id)).toMatchObject({ ok: true })
    const entries = await merchant.database.run((db) =>
      db.execute(sql`select action, actor_name from audit_entries where stream_id = ${id}`),
    )
    expect([...entries]).toEqual([{ action: 'connection.added', actor_name: 'Command line' }])
  })

  it('is not written by the application in the name of the command line', async () => {
    const { provider, baseUrl } = merchant.connection
    const account = { provider, baseUrl, accountId: 'T33337777', name: 'Pretended', secret }
    await expect(
      addConnectionRow(
        merchant.database,
        sealedConnection(Object.assign({ id: randomUUID() }, account), encryptionKeys()),
        { requestId: randomUUID(), reason: null, actor: null },
      ),
    ).rejects.toThrow()
  })
})
