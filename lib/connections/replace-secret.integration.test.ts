import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { forgetPreviousWebhookSecrets } from '@/db/queries/sync/change-connection'
import { listConnectionChanges } from '@/db/queries/sync/connection-page'
import { findConnection, listConnections, upsertConnection } from '@/db/queries/sync/connections'
import { DEMO_WEBHOOK_SECRET } from '@/db/seed/demo'
import { encryptionKeys } from '@/lib/config/key-ring'
import type { Actor } from '@/lib/domain/access/actor'
import type { Result } from '@/lib/domain/operation/result'
import type { Provider } from '@/lib/domain/provider/provider'
import { DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import { findUnreadableSecrets } from '@/lib/keys/find-unreadable-secrets'
import { findWebhookTarget, receiveWebhook } from '@/lib/sync/receive-webhook'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { changeSettings, replaceSecret, restateConnection, settingsOf } from './replace-secret'
import { sealedConnection } from './sealed-connection'

let merchant: TestMerchant
let admin: Actor
const databases: Database[] = []

beforeAll(async () => {
  merchant = await startTestMerchant()
  admin = await merchant.actor('admin')
})
beforeEach(async () => {
  await merchant.owner.run((db) =>
    db.execute(
      sql`update connections set previous_webhook_secret = null, previous_webhook_until = null`,
    ),
  )
})
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await merchant.stop()
})

async function of(provider: Provider) {
  const found = (await listConnections(merchant.database)).find((one) => one.provider === provider)
  if (found === undefined) throw new Error(`no connection to ${provider}`)
  return found
}

function changeOf(connectionId: string, database = merchant.database) {
  const request = { requestId: randomUUID(), reason: null, actor: admin }
  return { database, connectionId, seen: null, request }
}

function problemOf(result: Result<unknown>): unknown {
  if (result.ok) return result.value
  const { error } = result
  return error.code === 'connection_unchanged' ? error.values.problem : error.code
}

async function receive(secret: string): Promise<string> {
  const { id: connectionId } = merchant.connection
  const target = await findWebhookTarget(merchant.database, { provider: 'dintero', connectionId })
  if (target === null) throw new Error('the connection takes no webhooks')
  const transaction = { id: 'T11112222.paid', merchant_reference: 'ORDER-1' }
  const body = JSON.stringify({ event_delivery: randomUUID(), transaction })
  return receiveWebhook(merchant.database, target, {
    rawBody: Buffer.from(body),
    headers: { 'event-signature': createHmac('sha1', secret).update(body).digest('hex') },
    query: new URLSearchParams(),
    pathWithQuery: '/',
    method: 'POST',
  })
}

describe('replacing a secret', () => {
  it('stores nothing that the provider, the account or the environment refuses', async () => {
    const dintero = merchant.connection
    const before = await listConnections(merchant.database)
    const replace = async (provider: Provider, fields: Readonly<Record<string, string>>) =>
      problemOf(await replaceSecret(changeOf((await of(provider)).id), fields))
    expect(await replace('dintero', { clientSecret: 'wrong' })).toBe('secret_refused')
    expect(await replace('dintero', { clientSecret: '  ', other: 'x' })).toBe('nothing_typed')
    expect(await replace('oppwa', { accessToken: 'wrong' })).toBe('secret_refused')
    expect(await replace('oppwa', { environment: 'live' })).toBe('other_environment')
    expect(await replace('oppwa', { webhookKey: 'short' })).toBe('fields_malformed')
    expect(await replace('dintero', { clientId: 'paydesk-demo' })).toMatchObject({
      isChanged: false,
    })
    const foreign = { secret: { clientId: 'a', clientSecret: 'b' }, baseUrl: 'https://example.com' }
    expect(problemOf(await restateConnection(changeOf(dintero.id), foreign))).toBe('unusable')
    expect(await listConnections(merchant.database)).toEqual(before)
    expect(await listConnectionChanges(merchant.database, dintero.id, 9)).toEqual([])
  })

  it('keeps what is not typed, and what signed webhooks before for a day', async () => {
    const { id } = merchant.connection
    expect(await receive(DEMO_WEBHOOK_SECRET)).toBe('stored')
    const replaced = await replaceSecret(changeOf(id), { webhookSecret: 'a newer one' })
    expect(replaced).toMatchObject({ value: { isChanged: true } })
    expect(await receive('a newer one')).toBe('stored')
    expect(await receive(DEMO_WEBHOOK_SECRET)).toBe('stored')
    expect(await receive('neither')).toBe('forged')
    const { previousWebhookUntil: until } = await of('dintero')
    expect(Math.abs(Number(until) - Date.now() - 86_400_000)).toBeLessThan(60_000)
    expect(await findUnreadableSecrets(merchant.database)).toMatchObject({ checked: 5 })
    expect(await forgetPreviousWebhookSecrets(merchant.database)).toBe(0)

    await merchant.owner.run((db) =>
      db.execute(sql`update connections set previous_webhook_until = now() where id = ${id}`),
    )
    expect(await receive(DEMO_WEBHOOK_SECRET)).toBe('forged')
    expect(await forgetPreviousWebhookSecrets(merchant.database)).toBe(1)
    expect(await findConnection(merchant.database, id)).toMatchObject({
      previousWebhookSecret: null,
      previousWebhookUntil: null,
    })
    expect(await receive('a newer one')).toBe('stored')
    const [entry] = await merchant.owner.run((db) =>
      db.execute(sql`
        select detail from audit_entries where stream_id = ${id} order by sequence desc limit 1`),
    )
    expect(entry).toEqual({ detail: { fields: ['webhookSecret'] } })
    const { id: other } = await of('oppwa')
    await replaceSecret(changeOf(other), { accessToken: 'OGFjN2E0Y2E3YTExfHBheWRlc2stZGVtbw==' })
    expect(await findConnection(merchant.database, other)).toMatchObject({
      previousWebhookSecret: null,
    })
  })
})

describe('a new secret', () => {
  it('takes effect on every instance with nothing lost, while people capture', async () => {
    const { control } = merchant.sandbox
    const { id, accountId } = merchant.connection
    await control.createTransactions({
      count: 8,
      items: [{ line_id: '1', description: 'Wool', quantity: 1, amount: 900_00, vat: 0 }],
    })
    await merchant.importAll()
    const rows = await merchant.database.run((db) =>
      db.execute<{ id: string }>(sql`select id from transactions where connection_id = ${id}`),
    )
    const instances = [await startInstance(), await startInstance()]
    const outcomes = new Map<string, number>()
    let isOver = false
    const work = Array.from(rows).map(async (payment, index) => {
      for (let turn = 0; !isOver; turn += 1) {
        const capture = instances[(index + turn) % 2]
        const outcome = (await capture?.(payment)) ?? 'none'
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
    })
    const passed = async (count: number) => {
      const total = () => [...outcomes.values()].reduce((sum, one) => sum + one, 0)
      const end = total() + count
      while (total() < end) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    for (const name of ['paydesk-second', 'paydesk-third']) {
      await passed(20)
      await control.call('POST', 'dintero/clients', {
        id: name,
        secret: `${name}-secret`,
        accountId,
      })
      const fields = { clientId: name, clientSecret: `${name}-secret` }
      expect(await replaceSecret(changeOf(id), fields)).toMatchObject({ ok: true })
    }
    await passed(30)
    isOver = true
    await Promise.all(work)
    expect([...outcomes.keys()]).toEqual(['succeeded'])
  }, 120_000)
})

/** An application instance with a memory of its own for clients and tokens. */
async function startInstance() {
  vi.resetModules()
  const { capturePayment } = await import('@/lib/operations/capture-payment')
  const database = new Database(merchant.databaseUrl, 4)
  databases.push(database)
  const actor = await merchant.actor('staff')
  return async ({ id }: { readonly id: string }) => {
    const { currency, moneyRevision } = await merchant.reload({ id })
    const result = await capturePayment(contextOf(database, actor), {
      operationId: randomUUID(),
      transactionId: id,
      currency,
      expectedRevision: moneyRevision,
      choice: { mode: 'amount', amountMinor: 1_00 },
      label: null,
    })
    return result.ok ? result.value.state : result.error.code
  }
}

describe('changing the settings of a connection', () => {
  it('sets all of them, keeps the secret, and refuses what cannot be', async () => {
    const { id } = await of('oppwa')
    const set = async (settings: Readonly<Record<string, string | number | boolean>>) =>
      problemOf(await changeSettings(changeOf(id), settings))
    const usual = settingsOf(await of('oppwa')) ?? {}
    expect(usual).toEqual({ dateSearch: true, currency: 'EUR' })
    expect(await set({ ...usual, captureDays: 99 })).toBe('fields_malformed')
    expect(await set({ ...usual, noSuch: true })).toBe('fields_malformed')
    expect(await set({ ...usual, accessToken: 'of another' })).toMatchObject({ isChanged: false })
    expect(await set({ dateSearch: true, captureDays: 5 })).toMatchObject({ isChanged: true })
    expect(settingsOf(await of('oppwa'))).toEqual({ dateSearch: true, captureDays: 5 })
    const [last] = await merchant.owner.run((db) =>
      db.execute(sql`
        select action, detail from audit_entries where stream_id = ${id}
        order by sequence desc limit 1`),
    )
    const detail = { fields: ['captureDays', 'currency'] }
    expect(last).toEqual({ action: 'connection.settings_changed', detail })
    expect(await set({ ...usual, otherEntityId: 'f'.repeat(32) })).not.toMatchObject({
      isChanged: true,
    })
    expect((await of('oppwa')).accounts).toHaveLength(1)
  })

  it('refuses settings that contradict each other, at the one to change, and ends no connection for it', async () => {
    const { id, accountId, secretCiphertext } = await of('oppwa')
    const usual = settingsOf(await of('oppwa')) ?? {}
    const refused = await changeSettings(changeOf(id), { ...usual, otherEntityId: accountId })
    expect(refused).toMatchObject({
      error: {
        code: 'connection_unchanged',
        field: 'settings.otherEntityId',
        values: { problem: 'same_entity' },
      },
    })
    const none = await changeSettings(changeOf(id), { listDays: 30 })
    expect(none).toMatchObject({ error: { field: 'settings.listDays' } })
    expect((await of('oppwa')).secretCiphertext).toBe(secretCiphertext)

    // As it could be stored before there was such a rule.
    const stated = { accessToken: DEMO_TOKEN, environment: 'test', otherEntityId: accountId }
    const { baseUrl, name } = await of('oppwa')
    const row = { id, provider: 'oppwa', name, accountId, baseUrl, secret: stated } as const
    await upsertConnection(merchant.database, sealedConnection(row, encryptionKeys()))
    const replaced = await replaceSecret(changeOf(id), { webhookKey: 'a'.repeat(64) })
    expect(replaced).toMatchObject({ ok: true, value: { isChanged: true } })
    const mended = await changeSettings(changeOf(id), usual)
    expect(mended).toMatchObject({ ok: true, value: { isChanged: true } })
  })

  it('refuses a setting that the provider does not have', async () => {
    const result = await changeSettings(changeOf(merchant.connection.id), { captureDays: 5 })
    expect(problemOf(result)).toBe('fields_malformed')
  })

  it('drops no account whose payments the connection keeps', async () => {
    const { id, accounts } = await of('oppwa')
    await merchant.owner.run((db) =>
      db.execute(sql`
        insert into connection_accounts (provider, account, connection_id)
        values ('oppwa', ${'e'.repeat(32)}, ${id})`),
    )
    expect(problemOf(await changeSettings(changeOf(id), { captureDays: 6 }))).toBe(
      'account_missing',
    )
    // The statement refuses it as well, whatever was read before.
    const [row] = await merchant.owner.run((db) =>
      db.execute(sql`
        select change_connection_secret(
          row('operator', null, null, null, gen_random_uuid(), null, null)::person_request,
          ${id}, null, 'connection.settings_changed', '{}', base_url, true, 'v1.x',
          ${sql`array[${accounts[0] ?? ''}]`}, null, 0) as result
        from connections where id = ${id}`),
    )
    expect(row).toEqual({ result: 'account_missing' })
  })
})
