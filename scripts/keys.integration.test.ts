import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedDemo } from '@/db/seed/demo'
import { appFactors } from '@/db/schema/second-factors'
import { sealAppSecret } from '@/lib/access/second-factor/totp'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { commandArguments, type TestedCommand } from '@/testing/bundled-programs'
import { randomSecret } from './application/environment'
import { anyFreePort, isPortFree } from './ports'
import { runCommand } from './processes/run-command'

const CLIENT_SECRET = 'paydesk-demo-secret'
const PERSON = 'staff@paydesk.example'

let merchant: TestMerchant
let folder: string
/** The key under which everything is sealed at the beginning of each test. */
let key: string
const other = randomSecret()

beforeAll(async () => {
  merchant = await startTestMerchant()
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-keys-'))
  key = process.env.PAYDESK_ENCRYPTION_KEY ?? ''
})
beforeEach(() => sealAll(key))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await merchant.stop()
})

async function sealAll(encryptionKey: string): Promise<void> {
  const { ownerUrl, sandbox } = merchant
  await seedDemo({ ownerUrl, encryptionKey, sandboxUrl: sandbox.url })
  const { userId } = await merchant.actor('staff')
  const keys = { current: Buffer.from(encryptionKey, 'base64'), previous: null }
  const sealedSecret = sealAppSecret('JBSWY3DPEHPK3PXP', userId, keys)
  const app = { userId, sealedSecret, confirmedAt: new Date(), lastStep: 1 }
  await merchant.database.run((db) => db.delete(appFactors))
  await merchant.database.run((db) => db.insert(appFactors).values(app))
}

async function run(
  command: TestedCommand,
  args: readonly string[],
  change: Record<string, string> = {},
) {
  const { code, output } = await runCommand(process.execPath, commandArguments(command, args), {
    timeoutMs: 60_000,
    env: { ...process.env, LOG_LEVEL: 'error', ...change },
  })
  for (const secret of [CLIENT_SECRET, key, other, 'JBSWY3DPEHPK3PXP', 'v2.']) {
    expect(output).not.toContain(secret)
  }
  return { code, output }
}

function fileWith(text: string): string {
  const file = path.join(folder, randomSecret().replaceAll(/\W/g, ''))
  writeFileSync(file, `${text}\n`)
  return file
}

describe('npm run reseal', () => {
  const rotated = () => ({
    PAYDESK_ENCRYPTION_KEY: other,
    PAYDESK_ENCRYPTION_KEY_PREVIOUS: key,
  })

  it('seals all with the current key, after which the previous one is not needed', async () => {
    const resealed = await run('reseal', [], rotated())
    expect(resealed).toEqual({
      code: 0,
      output: `Secrets of connections: 4 sealed anew, 0 under the current key already, 0 not opened.
Secrets of replaced webhooks: 0 sealed anew, 0 under the current key already, 0 not opened.
Secrets of authenticator apps: 1 sealed anew, 0 under the current key already, 0 not opened.
Secrets of the webhook of notices: 0 sealed anew, 0 under the current key already, 0 not opened.
Secrets of single sign-on: 0 sealed anew, 0 under the current key already, 0 not opened.
Every secret is sealed with PAYDESK_ENCRYPTION_KEY; the previous key is not needed.
`,
    })
  })

  it('names what neither key opens, leaves it as it is, and ends with 1', async () => {
    await merchant.database.run((db) =>
      db.execute(sql`
        with spoiled as (
          update app_factors set sealed_secret = replace(sealed_secret, 'v2.', 'v3.')
        )
        update connections set secret_ciphertext = replace(secret_ciphertext, 'v2.', 'v3.')
        where id = ${merchant.connection.id}`),
    )
    const ended = await run('reseal', [], rotated())
    expect(ended.code).toBe(1)
    expect(ended.output).toContain('connections: 3 sealed anew, 0 under the current key already, 1')
    expect(ended.output).toContain(`Neither key opens that of ${merchant.connection.name}.`)
    expect(ended.output).toContain('apps: 0 sealed anew, 0 under the current key already, 1 not')
    expect(ended.output).toContain(`Neither key opens that of ${PERSON}.`)
    expect(ended.output).toMatch(/\n2 could not be opened\. Set the key .* npm run connect/)
  })
})

it('npm start: a key that opens nothing is refused in a sentence, and no port is opened', async () => {
  const port = await anyFreePort()
  const wrong = { PAYDESK_ENCRYPTION_KEY: other, PORT: String(port) }
  const { code, output } = await run('start', [], wrong)
  expect({ code, isFree: await isPortFree(port) }).toEqual({ code: 1, isFree: true })
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(output).toMatch(
    /^Nothing was started\. The keys do not open 5 of 5 sealed secrets .* 4 connections \(“Fjord/,
  )
  expect(output).toMatch(/1 authenticator apps\. Set the key .* npm run connect/)
})

it('a lost key: connecting each account and resetting each app is the way back', async () => {
  const { name, accountId, baseUrl } = merchant.connection
  const account = ['--provider', 'dintero', '--account', accountId, '--base-url', baseUrl]
  const files = {
    DATABASE_URL: '',
    DATABASE_URL_FILE: fileWith(merchant.databaseUrl),
    DATABASE_OWNER_URL_FILE: fileWith(merchant.ownerUrl),
    PAYDESK_ENCRYPTION_KEY: '',
    PAYDESK_ENCRYPTION_KEY_FILE: fileWith(other),
    CONNECT_CLIENT_ID: 'paydesk-demo',
    CONNECT_CLIENT_SECRET_FILE: fileWith(CLIENT_SECRET),
  }
  const connected = await run('connect', [...account, '--name', name], files)
  expect(connected).toMatchObject({ code: 0, output: expect.stringContaining('its new secret') })
  const person = ['reset-second-factor', '--email', PERSON]
  expect(await run('people', person, files)).toMatchObject({ code: 0 })
  const ended = await run('reseal', [], files)
  expect(ended.output).toContain('0 sealed anew, 1 under the current key already, 3 not opened')
  expect(ended.output).toContain('apps: 0 sealed anew, 0 under the current key already, 0 not')
})

it('npm run migrate: names a file of the owner that cannot be read', async () => {
  const files = { DATABASE_OWNER_URL_FILE: path.join(folder, 'none') }
  const { code, output } = await run('migrate', [], files)
  expect(code).toBe(1)
  expect(output).toMatch(
    /\n {2}DATABASE_OWNER_URL_FILE names \S+none, which cannot be read \(ENOENT\)/,
  )
})
