import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { findLiveSession } from '@/db/queries/access/sessions'
import { sessions, signInThrottles, users } from '@/db/schema/people'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { LIMITS } from '@/lib/config/limits'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { signIn } from './sign-in'

const RIGHT = { email: 'support@paydesk.example', password: 'paydesk-demo' }
const WRONG = { ...RIGHT, password: 'wrong' }
const UNKNOWN = { email: 'nobody@paydesk.example', password: 'wrong' }
const OTHERS = ['staff@paydesk.example', 'admin@paydesk.example']

let made: TestDatabase
let database: Database
let owner: Database

beforeAll(async () => {
  const secrets = { encryptionKey: randomSecret(), authSecret: randomSecret() }
  const places = { databaseUrl: 'postgres://127.0.0.1/none', sandboxUrl: 'http://127.0.0.1:1' }
  const settings = Object.assign({ port: 3000, logLevel: 'silent' } as const, secrets, places)
  Object.assign(process.env, appEnvironment(settings))
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 2)
})

beforeEach(async () => {
  await database.run((db) => db.delete(signInThrottles))
  await database.run((db) => db.delete(sessions))
  await seedDemoPeople(owner)
})

afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

function attempt(who: { email: string; password: string }, address = '203.0.113.7') {
  const from = { address, deviceToken: null, userAgent: 'test', sessionId: randomUUID() }
  const requestId = randomUUID()
  const request = Object.assign({ requestId }, who, from)
  return signIn({ database, secret: 'a secret of at least 32 characters' }, request)
}

async function attemptTimes(count: number, who: typeof RIGHT, address?: string) {
  return Promise.all(Array.from({ length: count }, () => attempt(who, address)))
}

function codeOf(result: Awaited<ReturnType<typeof attempt>>): string {
  return result.ok ? 'ok' : result.error.code
}

function countSessions() {
  return database.run((db) => db.$count(sessions))
}

describe('signIn', () => {
  it('opens a session for the right password, however the e-mail address is typed', async () => {
    const result = await attempt({ ...RIGHT, email: '  Support@Paydesk.EXAMPLE ' })
    if (!result.ok) throw new Error(result.error.code)
    if (result.value.step !== 'session') throw new Error('a code is asked for')
    expect(await findLiveSession(database, result.value.sessionId)).toMatchObject({
      actor: { email: RIGHT.email, role: 'support' },
    })
  })

  it('answers an unknown person, a wrong password and a disabled person alike', async () => {
    await database.run((db) =>
      db
        .update(users)
        .set({ disabledAt: sql`now()` })
        .where(eq(users.email, 'staff@paydesk.example')),
    )
    const answers = [
      await attempt(WRONG),
      await attempt(UNKNOWN),
      await attempt({ ...RIGHT, email: 'staff@paydesk.example' }),
    ]
    expect(answers[0]).toMatchObject({ ok: false, error: { code: 'wrong_credentials' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await countSessions()).toBe(0)
  })

  it('does not check a password that is longer than any, and counts no try for it', async () => {
    const long = { ...RIGHT, password: 'x'.repeat(LIMITS.access.passwordLength + 1) }
    const answers = await attemptTimes(LIMITS.access.failuresPerAccount + 1, long)
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'wrong_credentials'))
    expect(codeOf(await attempt(RIGHT))).toBe('ok')
  })

  it('asks for what is missing', async () => {
    expect(await attempt({ email: 'support', password: 'x' })).toMatchObject({
      error: { code: 'email_missing', field: 'email' },
    })
    expect(await attempt({ email: 'support\0@paydesk.example', password: 'x' })).toMatchObject({
      error: { code: 'email_missing', field: 'email' },
    })
    expect(await attempt({ ...RIGHT, password: '' })).toMatchObject({
      error: { code: 'password_missing', field: 'password' },
    })
  })
})

describe('throttling by account and address', () => {
  it('checks five of twenty wrong passwords at once, then refuses even the right one', async () => {
    const codes = (await attemptTimes(20, WRONG)).map(codeOf)
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(15)
    expect(await attempt(RIGHT)).toEqual({
      ok: false,
      error: {
        code: 'too_many_tries',
        values: { minutes: 15 },
      },
    })
    expect(await countSessions()).toBe(0)
    expect(codeOf(await attempt(RIGHT, '198.51.100.1'))).toBe('ok')
  })

  it('does the same for an account that does not exist', async () => {
    const known = await attemptTimes(7, WRONG)
    const unknown = await attemptTimes(7, UNKNOWN)
    const sorted = (results: typeof known) => results.map((result) => JSON.stringify(result)).sort()
    expect(sorted(unknown)).toEqual(sorted(known))
  })

  it('forgets the failures after the right password', async () => {
    for (let round = 0; round < 3; round += 1) {
      await attemptTimes(4, WRONG)
      expect(codeOf(await attempt(RIGHT))).toBe('ok')
    }
  })

  it('leaves other accounts alone', async () => {
    await attemptTimes(6, WRONG)
    expect(codeOf(await attempt({ ...RIGHT, email: 'admin@paydesk.example' }))).toBe('ok')
  })
})

describe('throttling by address', () => {
  it('refuses an address after thirty failures over any accounts, and no other address', async () => {
    for (let account = 0; account < 10; account += 1) {
      const who = { email: `guess-${account}@paydesk.example`, password: 'wrong' }
      const codes = (await attemptTimes(3, who)).map(codeOf)
      expect(new Set(codes)).toEqual(new Set(['wrong_credentials']))
    }
    expect(codeOf(await attempt(RIGHT))).toBe('too_many_tries')
    expect(codeOf(await attempt(RIGHT, '198.51.100.1'))).toBe('ok')
  })

  it('does not count people who sign in', async () => {
    for (const email of Array.from({ length: 20 }, () => OTHERS).flat()) {
      expect(codeOf(await attempt({ ...RIGHT, email }))).toBe('ok')
    }
  })

  it('keeps names and addresses out of the table', async () => {
    await attempt(WRONG)
    const rows = await database.run((db) => db.select().from(signInThrottles))
    expect(rows).toHaveLength(3)
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
  })
})
