import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { findConnectionByName, listConnections } from '@/db/queries/sync/connections'
import type { NewConnectionInput } from '@/lib/domain/provider/connection-inputs'
import { DEMO_ENTITY, DEMO_TOKEN } from '@/sandbox/oppwa/channels'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addConnection, type ConnectionContext } from './add-connection'
import { openConnectionSecret } from './connection-client'

let merchant: TestMerchant
let context: ConnectionContext

beforeAll(async () => {
  merchant = await startTestMerchant()
  const actor = await merchant.actor('admin')
  const requestId = '01990000-0000-7000-8000-00000000c0de'
  context = { actor: { ...actor, address: '192.0.2.7' }, requestId, database: merchant.database }
})
afterAll(() => merchant.stop())

const input = (change: Partial<NewConnectionInput> = {}): NewConnectionInput => ({
  provider: 'dintero',
  name: ' Second shop ',
  account: 't33334444',
  baseUrl: `${merchant.sandbox.url}/dintero/v1`,
  secret: { clientId: 'paydesk-other', clientSecret: 'paydesk-other-secret', webhookSecret: '' },
  settings: {},
  ...change,
})

const oppwa = (change: Partial<NewConnectionInput> = {}): NewConnectionInput =>
  input({
    provider: 'oppwa',
    account: DEMO_ENTITY,
    baseUrl: `${merchant.sandbox.url}/oppwa`,
    secret: { accessToken: DEMO_TOKEN, environment: 'test' },
    ...change,
  })

async function removeAll(): Promise<void> {
  await merchant.owner.run((db) => db.execute(sql`delete from connections`))
}

async function refusalOf(stated: NewConnectionInput) {
  const before = await listConnections(merchant.database)
  const result = await addConnection(context, stated)
  expect(await listConnections(merchant.database)).toEqual(before)
  if (result.ok) throw new Error('it was added')
  const { code, field, values, message } = result.error
  const problem = code === 'connection_refused' ? values.problem : code
  return { problem, field, message }
}

beforeEach(removeAll)

it('adding a connection: stores one that its provider accepts, with the audit entry', async () => {
  const added = await addConnection(context, input())
  if (!added.ok) throw new Error(added.error.message ?? added.error.code)
  const { id, webhookUrl, hasList } = added.value
  expect(hasList).toBe(true)
  expect(webhookUrl).toMatch(new RegExp(`/api/webhooks/dintero/${id}$`))
  const stored = await findConnectionByName(merchant.database, 'Second shop')
  expect(stored).toMatchObject({
    id,
    accountId: 'T33334444',
    accounts: ['T33334444'],
    isTest: true,
    checkProblem: null,
  })
  expect(stored?.checkedAt).toBeInstanceOf(Date)
  if (stored === null) throw new Error('it is gone')
  expect(openConnectionSecret(stored)).toEqual({
    clientId: 'paydesk-other',
    clientSecret: 'paydesk-other-secret',
  })
  const entries = await merchant.owner.run((db) =>
    db.execute(sql`select action, actor_name, actor_role, request_id, address, detail::text as detail
        from audit_entries where stream_id = ${id}`),
  )
  expect(entries).toMatchObject([
    {
      action: 'connection.added',
      actor_name: context.actor.name,
      actor_role: 'admin',
      request_id: context.requestId,
      address: '192.0.2.7',
      detail: expect.stringContaining('T33334444') as string,
    },
  ])
  expect(JSON.stringify(entries)).not.toContain('paydesk-other-secret')
})

it.each<[string, Partial<NewConnectionInput>, string, string | undefined]>([
  ['no name', { name: ' ' }, 'missing', 'name'],
  ['a name of what is not seen', { name: 'a\u202eb' }, 'name_malformed', 'name'],
  ['no account', { account: '' }, 'missing', 'account'],
  ['an odd account', { account: '33334444' }, 'account_malformed', 'account'],
  ['an account of others', { account: 'T11112222' }, 'credentials_refused', 'secret.clientId'],
  ['the live account', { account: 'P33334444' }, 'credentials_refused', 'secret.clientId'],
  ['no secret', { secret: { clientId: 'paydesk-other' } }, 'missing', 'secret.clientSecret'],
  [
    'a wrong secret',
    { secret: { clientId: 'paydesk-other', clientSecret: 'x' } },
    'credentials_refused',
    'secret.clientId',
  ],
  ['a foreign host', { baseUrl: 'https://example.com/v1' }, 'foreign_address', 'baseUrl'],
  ['no address at all', { baseUrl: 'dintero' }, 'foreign_address', 'baseUrl'],
])(
  'adding a connection: refuses %s at its input, and stores nothing',
  async (_, change, problem, field) => {
    expect(await refusalOf(input(change))).toMatchObject({ problem, field })
  },
)

it('adding a connection: sends no secret to a foreign host', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await refusalOf(input({ baseUrl: `http://127.0.0.1:${port}/v1` }))).toMatchObject({
    problem: 'foreign_address',
    message: undefined,
  })
  server.close()
  expect(requests).toBe(0)
})

it('adding a connection: refuses credentials that may only read, where their provider shows it', async () => {
  const native = input({
    provider: 'bambora-native',
    account: 'T555000111',
    baseUrl: `${merchant.sandbox.url}/bambora-native/v1`,
    secret: { clientId: 'native-reader', clientSecret: 'native-reader-secret' },
  })
  expect(await refusalOf(native)).toMatchObject({
    problem: 'read_only',
    field: 'secret.clientId',
  })
})

it('adding a connection: tells credentials without the right to read from wrong ones', async () => {
  const client = {
    id: 'writer',
    secret: 'writer-secret',
    accountId: 'T33334444',
    scopes: ['write:checkout'],
  }
  await merchant.sandbox.control.call('POST', 'dintero/clients', client)
  const secret = { clientId: client.id, clientSecret: client.secret }
  expect(await refusalOf(input({ secret }))).toMatchObject({
    problem: 'right_missing',
    field: 'secret.clientId',
  })
})

it.each<[string, NewConnectionInput['settings'], string]>([
  ['no number of days', { captureDays: 'many' }, 'settings.captureDays'],
  ['more days than there may be', { captureDays: '61' }, 'settings.captureDays'],
  ['a second entity that is none', { otherEntityId: 'abc' }, 'settings.otherEntityId'],
  ['a switch that is a text', { reversesRest: 'yes' }, 'settings.reversesRest'],
  ['a currency that is none', { currency: 'eur' }, 'settings.currency'],
])('adding a connection: refuses settings with %s', async (_, settings, field) => {
  expect(await refusalOf(oppwa({ settings }))).toMatchObject({ problem: 'malformed', field })
})

it.each<[string, NewConnectionInput['settings'], string, string]>([
  ['itself as its second entity', { otherEntityId: DEMO_ENTITY }, 'same_entity', 'otherEntityId'],
  [
    'a second entity that one read never reaches',
    { otherEntityId: 'e'.repeat(32), queriesPerMinute: '1' },
    'one_read_two_entities',
    'queriesPerMinute',
  ],
  ['days of a list that there is not', { listDays: '30' }, 'days_without_list', 'listDays'],
])('adding a connection: refuses one with %s', async (_, settings, problem, field) => {
  expect(await refusalOf(oppwa({ settings }))).toMatchObject({
    problem,
    field: `settings.${field}`,
  })
})

it('adding a connection: stores the settings of an account as they were typed', async () => {
  const settings = { captureDays: ' 12 ', listDays: '', reversesRest: false, dateSearch: true }
  const added = await addConnection(context, oppwa({ settings }))
  if (!added.ok) throw new Error(added.error.message ?? added.error.code)
  expect(added.value.hasList).toBe(true)
  const stored = await findConnectionByName(merchant.database, 'Second shop')
  if (stored === null) throw new Error('it is gone')
  expect(openConnectionSecret(stored)).toEqual({
    accessToken: DEMO_TOKEN,
    environment: 'test',
    captureDays: 12,
    reversesRest: false,
    dateSearch: true,
  })
})

it('adding a connection: refuses a name and an account that are connected, and says as what', async () => {
  const added = await addConnection(context, input())
  expect(added.ok).toBe(true)
  expect(await refusalOf(input({ name: 'Another' }))).toMatchObject({
    problem: 'account_taken',
    field: 'account',
  })
  expect(await refusalOf(oppwa())).toMatchObject({ problem: 'name_taken', field: 'name' })
})

it('adding a connection: adds an account once when two people add it at the same moment', async () => {
  const results = await Promise.all([
    addConnection(context, input({ name: 'One' })),
    addConnection(context, input({ name: 'Two' })),
  ])
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  expect(await listConnections(merchant.database)).toHaveLength(1)
})

it('adding a connection: is for who sees all connections, as of the moment of storing', async () => {
  const some = { ...context.actor, scope: [] }
  expect(await addConnection({ ...context, actor: some }, input())).toMatchObject({
    error: { values: { problem: 'needs_all' } },
  })
  const { userId } = context.actor
  await merchant.owner.run((db) =>
    db.execute(
      sql`update users set connection_ids = array[gen_random_uuid()] where id = ${userId}`,
    ),
  )
  expect(await refusalOf(input())).toMatchObject({ problem: 'actor_changed' })
  await merchant.owner.run((db) =>
    db.execute(sql`update users set connection_ids = null where id = ${userId}`),
  )
})
