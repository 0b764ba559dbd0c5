import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments, type TestedCommand } from '@/testing/bundled-programs'
import { createDatabase, dropDatabase, dropRole } from './databases'
import { runCommand } from './processes/run-command'

/** Starting Node takes a second or two of it on a busy machine. */
const PROMPT_MS = 20_000
const SECRET = 'paydesk-demo-secret'

let merchant: TestMerchant
/** Takes every connection and never answers. */
let silent: Server
let silentPort: number

beforeAll(async () => {
  merchant = await startTestMerchant()
  silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  silentPort = (silent.address() as { port: number }).port
})
afterAll(async () => {
  silent.close()
  await merchant.stop()
})

async function run(
  command: TestedCommand,
  args: readonly string[],
  env: Record<string, string> = {},
) {
  const beganMs = performance.now()
  const ended = await runCommand(process.execPath, commandArguments(command, args), {
    timeoutMs: 60_000,
    env: {
      ...process.env,
      CONNECT_CLIENT_ID: 'paydesk-demo',
      CONNECT_CLIENT_SECRET: SECRET,
      DATABASE_URL: merchant.databaseUrl,
      LOG_LEVEL: 'info',
      ...env,
    },
  })
  expect(performance.now() - beganMs).toBeLessThan(PROMPT_MS)
  expect(ended.output).not.toMatch(
    /select |insert |update |\bparams\b|\$1|v[12]\.[\w-]{8}|\n\s+at /i,
  )
  expect(ended.output).not.toContain(SECRET)
  return ended
}

function connectArgs(name: string, accountId: string, baseUrl: string): string[] {
  const named = ['--name', name, '--account', accountId, '--base-url', baseUrl]
  return ['--provider', 'dintero', ...named]
}

const SCRIPTS = [
  ['connect', connectArgs('My shop', 'T12345678', 'https://checkout.dintero.com/v1')],
  ['import', []],
  ['migrate', []],
  ['tallies', []],
  ['audit-verify', []],
  ['reseal', []],
  ['seed-transactions', ['--count', '1']],
] as const

describe('a script whose database', () => {
  it.each(SCRIPTS)('cannot be reached ends at once and says so: %s', async (script, args) => {
    const DATABASE_URL = 'postgres://paydesk:hush-hush@127.0.0.1:1/paydesk'
    const { code, output } = await run(script, args, { DATABASE_URL })
    expect(code).toBe(1)
    expect(output).toContain('The database of DATABASE_URL cannot be reached (ECONNREFUSED).')
    expect(output).not.toContain('hush-hush')
  })

  const ways = SCRIPTS.filter(([script]) =>
    ['connect', 'migrate', 'seed-transactions'].includes(script),
  )
  it.concurrent.each(ways)(
    'never answers ends in a few seconds and says so: %s',
    async (script, args) => {
      const DATABASE_URL = `postgres://paydesk:hush-hush@127.0.0.1:${silentPort}/paydesk`
      const { code, output } = await run(script, args, { DATABASE_URL })
      expect(code).toBe(1)
      expect(output).toMatch(/cannot be reached \(CONNECT_TIMEOUT\)|did not answer in time/)
    },
  )

  it('is not migrated says what to do', async () => {
    const adminUrl = process.env.TEST_DATABASE_URL ?? ''
    const name = `paydesk_test_empty_${process.pid}`
    await createDatabase(adminUrl, name)
    const url = new URL(adminUrl)
    url.pathname = `/${name}`
    const { code, output } = await run('tallies', [], { DATABASE_URL: url.href })
    await dropDatabase(adminUrl, name)
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('run npm run migrate'),
    })
  })
})

describe('npm run migrate with an owner', () => {
  const adminUrl = process.env.TEST_DATABASE_URL ?? ''
  const name = `paydesk_test_owned_${process.pid}`
  const role = `paydesk_owned_app_${process.pid}`
  const urlOf = (database: string) => {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    return url
  }
  afterAll(async () => {
    await dropDatabase(adminUrl, name)
    await dropRole(adminUrl, role)
  })

  it('makes the application’s role, under which the other commands then run', async () => {
    await createDatabase(adminUrl, name)
    const url = urlOf(name)
    url.username = role
    url.password = 'app'
    const addresses = { DATABASE_OWNER_URL: urlOf(name).href, DATABASE_URL: url.href }
    expect(await run('migrate', [], addresses)).toMatchObject({ code: 0 })
    expect(await run('migrate', [], addresses)).toMatchObject({ code: 0 })
    expect(await run('tallies', [], { DATABASE_URL: url.href })).toMatchObject({ code: 0 })
    expect(await run('migrate', [], { DATABASE_URL: url.href })).toMatchObject({ code: 1 })
  })

  it.each([
    ['another database', urlOf('other').href, 'must name the same database'],
    ['no address', 'owner', 'DATABASE_OWNER_URL must be set to postgres://'],
  ])('refuses %s as its address', async (_, DATABASE_OWNER_URL, words) => {
    const { code, output } = await run('migrate', [], { DATABASE_OWNER_URL })
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining(words) })
  })
})

describe('npm run connect', () => {
  it('says that the provider does not answer', async () => {
    const origin = `http://127.0.0.1:${silentPort}`
    const { code, output } = await run('connect', connectArgs('Far', 'T12345678', `${origin}/v1`), {
      PAYDESK_ALLOWED_PROVIDER_ORIGINS: origin,
    })
    expect(code).toBe(1)
    expect(output).toMatch(/^Nothing was stored: The provider did not answer within 10 s\.\n$/)
  })

  it('replaces the secret of an account that is connected', async () => {
    const { name, accountId, baseUrl, id } = merchant.connection
    const asOwner = { DATABASE_OWNER_URL: merchant.ownerUrl }
    const { code, output } = await run('connect', connectArgs(name, accountId, baseUrl), asOwner)
    expect(code).toBe(0)
    expect(output).toContain('was connected already and has its new secret')
    expect(output).toContain(`/api/webhooks/dintero/${id}`)
  })

  it.each([
    ['an account under another name', 'Other', 't11112222', /is connected already, as “Fjord & F/],
    [
      'a name of another account',
      null,
      'T33334444',
      /“Fjord & Field \(sandbox\)” is the account T1/,
    ],
  ])('refuses %s in a sentence', async (_, name, account, words) => {
    const { baseUrl, name: known } = merchant.connection
    const { code, output } = await run('connect', connectArgs(name ?? known, account, baseUrl))
    expect(code).toBe(1)
    expect(output).toMatch(words)
  })

  it('names an option that there is not', async () => {
    const { code, output } = await run('connect', ['--colour', 'red'])
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('--colour') })
  })
})

it('npm run import: says that there is no connection of a name', async () => {
  const { code, output } = await run('import', ['--connection', 'Nowhere', '--reference', 'a'])
  expect(code).toBe(1)
  expect(output).toContain('“Nowhere” could not be imported: there is no connection of that name')
})
