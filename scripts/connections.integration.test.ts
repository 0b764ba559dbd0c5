import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listConnectionChanges } from '@/db/queries/sync/connection-page'
import { findConnection } from '@/db/queries/sync/connections'
import { settingsOf } from '@/lib/connections/replace-secret'
import type { Provider } from '@/lib/domain/provider/provider'
import { commandArguments } from '@/testing/bundled-programs'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { runCommand } from './processes/run-command'
import { projectFolder } from './project'

/** Commands beside one another on a busy machine, each of which starts Node. */
const PATIENCE = { timeout: 120_000 }
const CLIENT = { id: 'paydesk-demo', secret: 'paydesk-demo-secret', accountId: 'T11112222' }
const NEW_SECRET = 'paydesk-demo-secret-of-today'

let merchant: TestMerchant
const names = new Map<Provider, { readonly id: string; readonly name: string }>()

beforeAll(async () => {
  merchant = await startTestMerchant()
  const rows = await change<{ id: string; name: string; provider: Provider }>(
    'select id, name, provider from connections',
  )
  for (const row of rows) names.set(row.provider, row)
})
afterAll(() => merchant.stop())

const change = <Row extends Record<string, unknown>>(text: string) =>
  merchant.owner.run((db) => db.execute<Row>(sql.raw(text)))

function of(provider: Provider) {
  const found = names.get(provider)
  if (found === undefined) throw new Error(`no connection to ${provider}`)
  return found
}

const record = (provider: Provider) => findConnection(merchant.database, of(provider).id)

/** Runs `npm run connections` as a process of its own; no secret is ever printed. */
async function connections(args: readonly string[], variables: Record<string, string> = {}) {
  const { code, output } = await runCommand(
    process.execPath,
    commandArguments('connections', args),
    {
      cwd: projectFolder,
      timeoutMs: PATIENCE.timeout,
      env: { ...process.env, DATABASE_OWNER_URL: merchant.ownerUrl, ...variables },
    },
  )
  for (const secret of [CLIENT.secret, NEW_SECRET, 'v2.']) expect(output).not.toContain(secret)
  return { code, output }
}

const setClient = (client: typeof CLIENT) =>
  merchant.sandbox.control.call('POST', 'dintero/clients', client)

it(
  'npm run connections: lists them with their last check, how far changes are known, webhooks and unread payments',
  PATIENCE,
  async () => {
    const { id, name } = of('dintero')
    await change(`update connections set checked_at = '2026-11-02T10:00:00Z',
    polled_until = '2026-11-02T09:00:00Z' where id = '${id}'`)
    await change(`
    insert into webhook_deliveries (id, connection_id, delivery_id, digest, received_at)
    values (gen_random_uuid(), '${id}', 'one', 'x', '2026-11-01T08:00:00Z')`)
    await change(`
    insert into unread_payments (id, connection_id, provider_transaction_id, reason, due_at)
    values (gen_random_uuid(), '${id}', 'one', 'malformed', now())`)
    const { code, output } = await connections(['list'])
    expect(code).toBe(0)
    expect(output).toContain(
      `${name}  dintero  T11112222  test  works\n  last check 2026-11-02T10:00:00.000Z; known up to 2026-11-02T09:00:00.000Z; last webhook 2026-11-01T08:00:00.000Z; unread payments: 1\n`,
    )
    expect(output).toMatch(
      /bambora-native {2}T555000111 {2}test {2}works\n {2}not checked yet; no list; no webhooks; unread payments: 0$/m,
    )
  },
)

it(
  'npm run connections: checks one, or all that are enabled, and says what to do; then list says so, too',
  PATIENCE,
  async () => {
    const { name } = of('dintero')
    await setClient({ ...CLIENT, accountId: 'T99990000' })
    const [one, all] = [await connections(['check', '--name', name]), await connections(['check'])]
    for (const { code, output } of [one, all]) {
      expect(output).toContain(`${name} does not work. The provider no longer accepts the secret`)
      expect(output).toContain('Connections that do not work: 1.')
      expect(code).toBe(1)
    }
    expect(all.output).toContain(`${of('bambora-native').name} works.`)
    const listed = await connections(['list'])
    expect(listed.output).toMatch(
      /T11112222 {2}test {2}does not work\n {2}since .*: The provider no/,
    )
    await setClient(CLIENT)
    expect(await connections(['check', '--name', name])).toEqual({
      code: 0,
      output: `${name} works.\n`,
    })
  },
)

it(
  'npm run connections: renames, disables and enables, each with the reason in the audit trail',
  PATIENCE,
  async () => {
    const { id, name } = of('bambora-native')
    const renamed = await connections(['rename', '--name', name, '--to', 'Native', '--reason', 'r'])
    expect(renamed).toEqual({ code: 0, output: `${name} is called Native now.\n` })
    const native = ['--name', 'Native']
    const disabled = await connections(['disable', ...native])
    expect(disabled.output).toBe('Native is disabled; what is open is still settled.\n')
    expect((await record('bambora-native'))?.disabledAt).toBeInstanceOf(Date)
    expect((await connections(['list'])).output).toMatch(/^Native .* disabled$/m)
    expect((await connections(['enable', ...native])).output).toBe('Native is enabled.\n')
    expect(await record('bambora-native')).toMatchObject({ name: 'Native', disabledAt: null })
    const changes = await listConnectionChanges(merchant.database, id, 5)
    expect(changes.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['connection.enabled', 'Command line'],
      ['connection.disabled', 'Command line'],
      ['connection.renamed', 'Command line'],
    ])
  },
)

it(
  'npm run connections: replaces the secret by variables, and keeps the one before where the provider refuses it',
  PATIENCE,
  async () => {
    const { name } = of('dintero')
    const args = ['secret', '--name', name]
    const before = (await record('dintero'))?.secretCiphertext
    const wrong = await connections(args, { CONNECT_CLIENT_SECRET: 'not-the-one' })
    expect(wrong.output).toContain('The provider does not accept this, or it lacks a right.')
    expect(wrong.code).toBe(1)
    const nothing = await connections(args)
    expect(nothing.output).toContain('Type at least one field.')
    expect((await record('dintero'))?.secretCiphertext).toBe(before)
    await setClient({ ...CLIENT, secret: NEW_SECRET })
    const right = await connections(args, { CONNECT_CLIENT_SECRET: NEW_SECRET })
    expect(right.output).toContain(`${name} has its new secret`)
    expect(right.code).toBe(0)
    expect((await connections(['check', '--name', name])).code).toBe(0)
  },
)

it(
  'npm run connections: sets one setting and keeps the others; null makes it as usual again',
  PATIENCE,
  async () => {
    const { name } = of('oppwa')
    const set = (settings: string) =>
      connections(['settings', '--name', name, '--settings', settings])
    const settings = async () => {
      const found = await record('oppwa')
      return found === null ? null : settingsOf(found)
    }
    const before = await settings()
    expect((await set('{"captureDays":5}')).output).toBe(`${name} has its new settings.\n`)
    expect(await settings()).toEqual({ ...before, captureDays: 5 })
    expect((await set('{"captureDays":99}')).output).toContain('Look at captureDays')
    const own = `{"otherEntityId":"${(await record('oppwa'))?.accountId ?? ''}"}`
    expect((await set(own)).output).toContain('This is the account itself. Enter the entity id')
    expect((await set('no JSON')).output).toContain('Say the settings as JSON, with --settings.')
    expect(await settings()).toEqual({ ...before, captureDays: 5 })
    expect((await set('{"captureDays":null}')).code).toBe(0)
    expect(await settings()).toEqual(before)
  },
)

it('npm run connections: removes one for good with its name typed twice', PATIENCE, async () => {
  const { name } = of('bambora-checkout')
  const remove = (...args: readonly string[]) => connections(['remove', '--name', name, ...args])
  expect((await remove()).output).toContain('Say its name once more, with --confirm.')
  const differs = await remove('--confirm', 'Another')
  expect(differs.output).toContain('That is not the name of the connection.')
  expect(await record('bambora-checkout')).not.toBeNull()
  const gone = await remove('--confirm', name)
  expect(gone).toEqual({ code: 0, output: `${name} is gone; it had no payment.\n` })
  expect(await record('bambora-checkout')).toBeNull()
  const dintero = of('dintero').name
  await connections(['remove', '--name', dintero, '--confirm', dintero])
  expect((await connections(['list'])).output).toMatch(/T11112222 {2}test {2}removed$/m)
  const late = await connections(['check', '--name', dintero])
  expect(late).toMatchObject({
    code: 1,
    output: expect.stringContaining('was removed') as string,
  })
})

it('npm run connections: answers wrong usage with the right one', PATIENCE, async () => {
  const wrong = [
    { args: [], words: 'Say what to do.' },
    { args: ['explode'], words: 'There is no such command.' },
    { args: ['disable'], words: 'Say which connection, with --name.' },
    { args: ['rename', '--name', of('oppwa').name], words: 'Say the new name with --to.' },
  ]
  for (const { args, words } of wrong) {
    const { code, output } = await connections(args)
    expect(output).toContain(words)
    expect(output).toContain('npm run connections -- list')
    expect(code).not.toBe(0)
  }
  const unknown = await connections(['disable', '--name', 'No such shop'])
  expect(unknown.output).toContain('There is no connection “No such shop”.')
  expect(unknown.code).toBe(1)
})
