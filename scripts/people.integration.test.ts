import { spawn } from 'node:child_process'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { listPeople } from '@/db/queries/access/list-people'
import { readSetting } from '@/db/queries/access/organization-settings'
import { findUserByEmail } from '@/db/queries/access/users'
import { isPasswordRight } from '@/lib/access/passwords'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { commandArguments } from '@/testing/bundled-programs'
import { appEnvironment, randomSecret } from './application/environment'
import { createDatabase, dropDatabase } from './databases'
import { anyFreePort } from './ports'
import { projectFolder } from './project'

/** Far above what starting takes on a busy machine, and far below the minute of an idle connection. */
const BOUND_MS = 20_000
/** Many commands at once on a busy machine, each of which starts Node. */
const PATIENCE = { timeout: 90_000 }
const SECRET = 'hunter2-in-the-wrong-place'

interface Run {
  readonly code: number | null
  readonly output: string
  readonly ms: number
}

let made: TestDatabase
let database: Database
let silent: Server | undefined

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
})

afterEach(() => {
  silent?.close()
  silent = undefined
})

afterAll(async () => {
  await database.close()
  await made.drop()
})

/** Runs what `npm run people` runs, as a process of its own. */
function people(
  args: readonly string[],
  input = '',
  databaseUrl = made.url,
  ownerUrl = databaseUrl === made.url ? made.ownerUrl : '',
): Promise<Run> {
  const command = [process.execPath, ...commandArguments('people', args)]
  return runWith(command, input, databaseUrl, ownerUrl)
}

function runWith(
  [program = '', ...args]: readonly string[],
  input: string,
  databaseUrl: string,
  ownerUrl: string,
): Promise<Run> {
  const settings = { port: 3000, sandboxUrl: 'http://127.0.0.1:1', logLevel: 'silent' }
  const secrets = { encryptionKey: randomSecret(), authSecret: randomSecret() }
  const startedMs = performance.now()
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: {
      ...process.env,
      ...appEnvironment({ databaseUrl, ...settings, ...secrets }),
      DATABASE_OWNER_URL: ownerUrl,
    },
    timeout: PATIENCE.timeout,
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, ms: performance.now() - startedMs }))
  })
}

async function canSignIn(email: string, password: string): Promise<boolean> {
  const user = await findUserByEmail(database, email)
  return user !== null && !user.isDisabled && isPasswordRight(user.passwordHash, password)
}

/** Says why in words: no stack trace, no statement, and nothing that may be secret. */
function expectWords({ code, output }: Run, words: string): void {
  expect(output).toContain(words)
  expect(code).toBe(1)
  expect(output).not.toMatch(/^\s+at |\bselect\b|\binsert\b|\$1|postgres:\/\/\w/im)
  expect(output).not.toContain(SECRET)
}

describe('npm run people', PATIENCE, () => {
  it('takes a password from standard input and does not print it', async () => {
    const password = 'trekant blå hest stift'
    const args = ['add', '--email', 'Anna@Paydesk.example', '--name', 'Anna Lie', '--role', 'admin']
    const added = await people(args, `${password}\n`)
    expect(added).toMatchObject({ code: 0 })
    expect(added.output).toContain('Anna Lie <anna@paydesk.example> can sign in now')
    expect(added.output).not.toContain(password)
    expect(await canSignIn('anna@paydesk.example', password)).toBe(true)
  })

  it('makes a strong password, shows it once, and replaces it by another', async () => {
    const email = ['--email', 'bo@paydesk.example']
    const add = ['add', ...email, '--name', 'Bo Dahl', '--role', 'staff', '--generate-password']
    const passwords: string[] = []
    for (const args of [add, ['password', ...email, '--generate-password']]) {
      const { output } = await people(args)
      const shown = output.match(/\b[a-z2-9]{5}(-[a-z2-9]{5}){4}\b/g) ?? []
      expect(shown).toHaveLength(1)
      passwords.push(...shown)
      expect(await canSignIn('bo@paydesk.example', shown[0] ?? '')).toBe(true)
    }
    expect(new Set(passwords).size).toBe(2)
  })

  it('lists, changes, disables and enables people', async () => {
    const email = ['--email', 'bo@paydesk.example']
    await people(['role', ...email, '--role', 'support', '--reason', 'new job'])
    await people(['disable', ...email])
    const { output } = await people(['list'])
    expect(output).toMatch(
      /^bo@paydesk.example\s+Bo Dahl\s+support\s+disabled\s+no second factor\s+signed out\s+all connections$/m,
    )
    expect(await people(['enable', ...email])).toMatchObject({
      code: 0,
      output: 'bo@paydesk.example can sign in again.\n',
    })
    expect(await people(['enable', ...email])).toMatchObject({ code: 0 })
    expect(await people(['sign-out', ...email])).toMatchObject({ code: 0 })
    expect(await people(['unlock', ...email])).toMatchObject({ code: 0 })
  })

  it('sets which roles need a second factor, and takes a lost one away', async () => {
    const demand = (roles: string) => people(['require-second-factor', '--roles', roles])
    const [set, unknown, reset] = await Promise.all([
      demand('support, admin'),
      demand('admin,boss'),
      people(['reset-second-factor', '--email', 'bo@paydesk.example']),
    ])
    expect(set).toMatchObject({
      code: 0,
      output: 'These roles need a second factor now: support, admin.\n',
    })
    expectWords(unknown, 'There is no such role.')
    expect(reset.output).toContain('has no second factor. Nothing was changed.')
    expect((await demand('none')).output).toBe('No role needs a second factor now.\n')
  })
})

it('npm run people: runs as the documentation says', PATIENCE, async () => {
  const command = ['npm', 'run', 'people', '--', 'list']
  const { code, output } = await runWith(command, '', made.url, made.ownerUrl)
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^bo@paydesk.example\s+Bo Dahl\s/m),
  })
})

describe('npm run people as the application', PATIENCE, () => {
  it('gives no rights, and says whose address it needs', async () => {
    const before = await listPeople(database, 10)
    const bo = ['--email', 'bo@paydesk.example']
    const runs = await Promise.all(
      [
        [
          'add',
          '--email',
          'cy@paydesk.example',
          '--name',
          'Cy',
          '--role',
          'admin',
          '--generate-password',
        ],
        ['role', ...bo, '--role', 'admin'],
        ['connections', ...bo, '--all'],
        ['require-second-factor', '--roles', 'viewer'],
      ].map((args) => people(args, '', made.url, '')),
    )
    for (const run of runs) expectWords(run, 'Set DATABASE_OWNER_URL')
    expect(await listPeople(database, 10)).toEqual(before)
    expect(await people(['sign-out', ...bo], '', made.url, '')).toMatchObject({ code: 0 })
  })
})

describe('npm run people -- step-up', PATIENCE, () => {
  it('sets what needs a fresh second factor, in place of what was set before', async () => {
    const stepUp = (refunds: string, topics: string) =>
      people(['step-up', '--refunds-above', refunds, '--for', topics])
    const [set, wrong] = await Promise.all([
      stepUp('NOK=5000,EUR=499.50', 'people, payouts'),
      stepUp('NOK=5000', 'settings'),
    ])
    expect(set).toMatchObject({
      code: 0,
      output:
        'A fresh second factor is needed now for: refunds above 5000.00 NOK or 499.50 EUR, and all refunds in other currencies; people; payouts.\n',
    })
    expectWords(wrong, '--for takes payouts, charges, people, connections, or none.')
    expect((await stepUp('none', 'none')).output).toBe(
      'A fresh second factor is needed now for: nothing.\n',
    )
    const setting = { refundLimitsMinor: {}, topics: [] }
    expect(await readSetting(database, 'step_up')).toEqual(setting)
  })
})

describe('npm run people used wrongly', PATIENCE, () => {
  it('says why it refuses, and changes nothing', async () => {
    const before = await listPeople(database, 10)
    const add = ['add', '--name', 'Cy Moe', '--role', 'admin']
    const cy = ['--email', 'cy@paydesk.example']
    const [short, empty, taken, last, unknown] = await Promise.all([
      people([...add, ...cy], 'short'),
      people([...add, ...cy]),
      people([...add, '--email', 'ANNA@paydesk.example', '--generate-password']),
      people(['disable', '--email', 'anna@paydesk.example']),
      people(['enable', ...cy]),
    ])
    expectWords(short, 'too short')
    expectWords(empty, 'No password arrived')
    expectWords(taken, 'exists already')
    expectWords(last, 'the last admin')
    expectWords(unknown, 'no person')
    expect(await listPeople(database, 10)).toEqual(before)
  })

  it('answers wrong usage with the right one, without repeating what was typed', async () => {
    const wrong = [
      { args: [], words: 'Say what to do.' },
      { args: [SECRET], words: 'no such command' },
      { args: ['add', '--email', 'cy@paydesk.example'], words: '--name is missing' },
      { args: ['add', `--password=${SECRET}`], words: '--password' },
      { args: ['enable', '--email', 'cy@paydesk.example', SECRET], words: 'not expected' },
    ]
    const runs = await Promise.all(wrong.map(({ args }) => people(args)))
    for (const [index, run] of runs.entries()) {
      expectWords(run, wrong[index]?.words ?? '')
      expect(run.output).toContain('npm run people -- add --email')
    }
  })
})

describe('npm run people without its database', () => {
  it('says within seconds that it cannot be reached', async () => {
    const port = await anyFreePort()
    const run = await people(['list'], '', `postgres://paydesk:${SECRET}@127.0.0.1:${port}/paydesk`)
    expectWords(run, 'cannot be reached')
    expect(run.ms).toBeLessThan(BOUND_MS / 2)
  })

  it('says so, too, when its server accepts and stays silent', async () => {
    silent = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => silent?.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    const run = await people(['list'], '', `postgres://paydesk:${SECRET}@127.0.0.1:${port}/paydesk`)
    expectWords(run, 'cannot be reached')
    expect(run.ms).toBeLessThan(BOUND_MS)
  })

  it('says what is wrong with the database or its address', async () => {
    const { TEST_DATABASE_URL: adminUrl = '' } = process.env
    const name = `paydesk_empty_${process.pid}`
    await createDatabase(adminUrl, name)
    const url = new URL(adminUrl)
    url.pathname = `/${name}`
    expectWords(await people(['list'], '', url.href), 'npm run migrate')
    await dropDatabase(adminUrl, name)
    expectWords(await people(['list'], '', url.href), 'does not exist')
    url.password = SECRET
    expectWords(await people(['list'], '', url.href), 'does not accept the user and password')
    expectWords(await people(['list'], '', `mysql://root:${SECRET}@db`), 'DATABASE_URL must start')
  })
})
