import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '@/testing/over-http/sign-in'
import { startTestSandbox, type TestSandbox } from '@/testing/test-sandbox'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createDatabase, dropDatabase, dropRole } from '@/scripts/databases'
import { anyFreePort } from '@/scripts/ports'
import { ensureStandalone } from '@/scripts/standalone/build'
import { OPERATOR_COMMANDS } from '@/scripts/standalone/commands'
import { Image } from './image'
import { blocksOf } from './page-blocks'

const BUILD_LIMIT_MS = 15 * 60_000
const LIMIT_MS = 3 * 60_000

const DEMO_SECRET = 'paydesk-demo-secret'
const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const name = `paydesk_test_image_${process.pid}`
let image: Image
let sandbox: TestSandbox
let environment: Record<string, string>
let owner: Record<string, string>

function addressOf(change: (url: URL) => void): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  change(url)
  return url.href
}

beforeAll(async () => {
  await ensureStandalone()
  await createDatabase(adminUrl, name)
  sandbox = await startTestSandbox()
  image = new Image()
  environment = appEnvironment({
    databaseUrl: addressOf((url) => {
      url.username = name
      url.password = 'app'
    }),
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port: await anyFreePort(),
    sandboxUrl: sandbox.url,
    logLevel: 'info',
  })
  owner = Object.assign({}, environment, { DATABASE_OWNER_URL: addressOf(() => undefined) })
}, BUILD_LIMIT_MS)
afterAll(async () => {
  image.remove()
  await sandbox.stop()
  await dropDatabase(adminUrl, name)
  await dropRole(adminUrl, name)
})

const paydesk = (...args: readonly string[]) => ['node', 'paydesk.js', ...args]

it(
  'image: refuses a database without its user, migrates it, starts, signs in, works, stops',
  async () => {
    const before = image.files()
    expect(before.length).toBeGreaterThan(500)
    const refused = await image.run(['node', 'server.js'], environment)
    expect(refused.output).toContain('A new user is made by node paydesk.js migrate.')
    expect(refused.code).toBe(1)

    expect(await image.run(paydesk('migrate'), owner)).toMatchObject({ code: 0 })
    const email = 'anna@example.com'
    const add = paydesk('people', 'add', '--email', email, '--name', 'Anna Lie', '--role', 'admin')
    const added = await image.run([...add, '--generate-password'], owner)
    expect(added).toMatchObject({ code: 0 })
    const password = /^Password, shown this once: (\S+)$/m.exec(added.output)?.[1] ?? added.output

    const server = await image.start(environment)
    expect(server.output()).toContain(`Paydesk listens on 0.0.0.0, port ${environment.PORT}.`)
    const url = environment.NEXTAUTH_URL ?? ''
    const cookie = await signIn({ url }, email, password)
    const page = await fetch(`${url}/transactions`, { headers: { cookie } })
    expect(page.status).toBe(200)
    const html = await page.text()
    const [, script = ''] = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html) ?? []
    for (const file of [script, '/mark.svg']) {
      expect((await fetch(url + file)).status, file).toBe(200)
    }
    expect(await image.checkHealth(environment)).toMatchObject({ code: 0, output: '' })

    const status = await image.run(paydesk('status'), environment)
    expect(status.output).toMatch(/^Operations: unknown +0$/m)
    expect(status.code).toBe(0)

    const stopped = await server.stop()
    expect(stopped.code).toBe(0)
    expect(stopped.ms).toBeLessThan(35_000)
    expect(await image.checkHealth(environment)).toMatchObject({ code: 1 })
    expect(image.files()).toEqual(before)
  },
  LIMIT_MS,
)

it(
  'image: every command runs without packages for development, and says how it is used',
  async () => {
    const misused = await image.run(paydesk('nonsense'), owner)
    expect(misused.output).toContain('There is no command nonsense.')
    expect(misused.code).toBe(1)
    for (const command of Object.keys(OPERATOR_COMMANDS)) {
      expect(misused.output).toContain(command)
      const { output, code } = await image.run(paydesk(command, '--nonsense'), owner)
      expect(output, command).not.toMatch(/Cannot find|npm run|\n\s+at |\(ERR_/)
      expect([0, 1, 2], `${command}: ${output}`).toContain(code)
    }
    const { output } = await image.run(paydesk('import', '--nonsense'), owner)
    expect(output).toContain('node paydesk.js import --connection "My shop"')
  },
  LIMIT_MS,
)

it(
  'image: the commands of the page connect an account, import it, seal anew and verify the trail',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-env-'))
    try {
      const account = { CONNECT_CLIENT_ID: 'paydesk-demo', CONNECT_CLIENT_SECRET: DEMO_SECRET }
      writeVariables(path.join(folder, 'paydesk.env'), Object.assign({}, environment, account))
      const { DATABASE_OWNER_URL = '' } = owner
      writeVariables(path.join(folder, 'owner.env'), { DATABASE_OWNER_URL })
      const lines = blocksOf('operating.md', 'sh')
        .flatMap((block) => block.split('\n'))
        .filter((line) => line.startsWith('node --env-file='))
        .map((line) => line.replaceAll('/etc/paydesk', folder))
      const [migrate = '', people = ''] = lines
      expect(lines).toHaveLength(3)
      await inImage(migrate)
      await inImage(`${people.replace('anna@', 'berit@')} --generate-password`)

      const asOwner = migrate.replace(/migrate$/, '')
      const url = `${sandbox.url}/dintero/v1`
      const named = `--provider dintero --name Shop --account T11112222 --base-url ${url}`
      for (const [command, says] of [
        [`connect ${named}`, 'Shop is connected'],
        ['connections list', 'Shop'],
        ['import', 'Shop'],
        ['reseal', 'Secrets of connections: 0 sealed anew, 1 under the current key already'],
        ['tallies', ''],
        ['audit:verify', 'entries'],
        ['status', 'Operations: unknown'],
      ] as const) {
        expect(await inImage(asOwner + command), command).toContain(says)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  LIMIT_MS,
)

/** The output of a line of shell that must succeed in the image. */
async function inImage(line: string): Promise<string> {
  const { code, output } = await image.shell(line)
  expect(code, `${line}: ${output}`).toBe(0)
  return output
}

/** A file for `--env-file` that any user of the image may read. */
function writeVariables(file: string, variables: Readonly<Record<string, string>>): void {
  const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}\n`)
  chmodSync(path.dirname(file), 0o755)
  writeFileSync(file, lines.join(''), { mode: 0o644 })
}
