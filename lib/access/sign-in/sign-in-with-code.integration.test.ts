import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Database, database } from '@/db/client'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { auditEntries } from '@/db/schema/audit'
import { sessions, signInThrottles, users } from '@/db/schema/people'
import { appFactors, pendingSignIns, recoveryCodes } from '@/db/schema/second-factors'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { log } from '@/lib/observability/log'
import { setTestEnvironment } from '@/testing/test-environment'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { authOptions } from '../auth-options'
import { hashRecoveryCode } from '../second-factor/recovery-codes'
import { newAppSecret, sealAppSecret } from '../second-factor/totp'
import { signIn } from './sign-in'
import { isWaitingForCode, signInWithCode } from './sign-in-with-code'

const RIGHT = { email: 'support@paydesk.example', password: 'paydesk-demo' }
const RECOVERY = 'abcde-fghjk-mnpqr-stuvw-xyz23'
const ADDRESS = '203.0.113.7'
/** Ten seconds into a step. */
const AT = new Date('2026-11-30T12:00:10Z')

let made: TestDatabase
let owner: Database
let userId: string
let secret: string

beforeAll(async () => {
  made = await createTestDatabase()
  owner = new Database(made.ownerUrl, 2)
  setTestEnvironment({ DATABASE_URL: made.url })
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
  await database().run((db) => db.delete(signInThrottles))
  await owner.run((db) => db.delete(users))
  await seedDemoPeople(owner)
  const [user] = await database().run((db) =>
    db.select().from(users).where(eq(users.email, RIGHT.email)),
  )
  userId = user?.id ?? ''
  secret = newAppSecret()
  const sealedSecret = sealAppSecret(secret, userId, encryptionKeys())
  const app = { userId, sealedSecret, confirmedAt: AT, lastStep: 0 }
  await database().run((db) => db.insert(appFactors).values(app))
  const codeHash = hashRecoveryCode(userId, RECOVERY.replaceAll('-', ''))
  await database().run((db) => db.insert(recoveryCodes).values({ userId, codeHash }))
})
afterAll(async () => {
  vi.useRealTimers()
  await database().close()
  await owner.close()
  await made.drop()
})

function tools() {
  return { database: database(), secret: env().NEXTAUTH_SECRET }
}

/** The right password; the token of what waits for a code then. */
async function begin(): Promise<string> {
  const from = { address: ADDRESS, deviceToken: null, userAgent: 'test' }
  const ids = { sessionId: randomUUID(), requestId: randomUUID() }
  const result = await signIn(tools(), Object.assign(ids, RIGHT, from))
  if (!result.ok || result.value.step !== 'code') throw new Error('no code was asked for')
  return result.value.pendingToken
}

function enter(pendingToken: string | null, code: string) {
  const ids = { sessionId: randomUUID(), requestId: randomUUID() }
  const given = { pendingToken, code, address: ADDRESS, userAgent: 'test' }
  return signInWithCode(tools(), Object.assign(ids, given))
}

function codeAt(offS = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + offS })
}

function wrongCode(): string {
  return String((Number(codeAt()) + 1) % 1_000_000).padStart(6, '0')
}

function refusal(code: string, field?: string) {
  return { ok: false, error: field === undefined ? { code } : { code, field } }
}

const WRONG = refusal('code_wrong', 'code')
const OVER = refusal('sign_in_over')

function countSessions() {
  return database().run((db) => db.$count(sessions))
}

describe('signing in with a second factor', () => {
  it('opens no session by the password alone, and one by the code, which keeps its time', async () => {
    const token = await begin()
    expect(await countSessions()).toBe(0)
    expect(await isWaitingForCode(database(), token)).toBe(true)
    const result = await enter(token, codeAt())
    if (!result.ok) throw new Error(result.error.code)
    expect(await findLiveSession(database(), result.value.sessionId)).toMatchObject({
      actor: { email: RIGHT.email },
      needsSecondFactor: false,
    })
    const [session] = await database().run((db) => db.select().from(sessions))
    expect(session?.secondFactorAt).toBeInstanceOf(Date)
    expect(await isWaitingForCode(database(), token)).toBe(false)
    expect(await enter(token, codeAt(30))).toEqual(OVER)
  })

  it.each([-30, 30])('takes a code of a clock that is %i s off', async (offS) => {
    expect(await enter(await begin(), codeAt(offS))).toMatchObject({ ok: true })
  })

  it.each([-60, 60])('refuses a code of a clock that is %i s off', async (offS) => {
    expect(await enter(await begin(), codeAt(offS))).toEqual(WRONG)
  })

  it('takes a code once, and none that is older than it', async () => {
    expect(await enter(await begin(), codeAt())).toMatchObject({ ok: true })
    expect(await enter(await begin(), codeAt())).toEqual(WRONG)
    expect(await enter(await begin(), codeAt(-30))).toEqual(WRONG)
    expect(await enter(await begin(), codeAt(30))).toMatchObject({ ok: true })
  })

  it('of the same code twice at once one wins, in one sign-in and in two', async () => {
    const [one, other] = [await begin(), await begin()]
    const results = await Promise.all([one, one, other].map((token) => enter(token, codeAt())))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countSessions()).toBe(1)
  })

  it('of two codes at once in one sign-in one wins', async () => {
    const token = await begin()
    const results = await Promise.all([codeAt(), codeAt(30), RECOVERY].map((c) => enter(token, c)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countSessions()).toBe(1)
  })
})

describe('codes of a sign-in', () => {
  it('takes a recovery code once, with an audit entry that counts those left', async () => {
    const [one, other] = [await begin(), await begin()]
    const results = await Promise.all([one, other].map((token) => enter(token, RECOVERY)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual(WRONG)
    expect(await enter(await begin(), RECOVERY.toUpperCase())).toEqual(WRONG)
    // Entries outlive the people of the tests before.
    const ofPerson = eq(auditEntries.streamId, userId)
    const entries = await database().run((db) => db.select().from(auditEntries).where(ofPerson))
    expect(entries.filter(({ action }) => action === 'person.recovery_code_used')).toMatchObject([
      { streamId: userId, actorId: userId, address: ADDRESS, detail: { codesLeft: 0 } },
    ])
  })

  it('reads spaces and wide digits; anything else is no code, and no try', async () => {
    const token = await begin()
    for (const typed of ['', 'abcdef', '1234567', '12 34', '\0']) {
      expect(await enter(token, typed)).toEqual(refusal('code_malformed', 'code'))
    }
    const wide = codeAt().replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    expect(await enter(token, ` ${wide.slice(0, 3)} ${wide.slice(3)} `)).toMatchObject({ ok: true })
  })

  it('is over after five wrong codes, and the right password does not clear their count', async () => {
    const token = await begin()
    for (let time = 0; time < 4; time += 1) expect(await enter(token, wrongCode())).toEqual(WRONG)
    expect(await enter(token, wrongCode())).toEqual(refusal('codes_used_up'))
    expect(await enter(token, codeAt())).toEqual(OVER)
    expect(await enter(await begin(), codeAt())).toEqual({
      ok: false,
      error: { code: 'too_many_codes', values: { minutes: 15 } },
    })
    expect(await countSessions()).toBe(0)
  })

  it('of ten wrong codes at once, in two sign-ins, five are checked', async () => {
    const tokens = [await begin(), await begin()]
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => enter(tokens[at % 2] ?? '', wrongCode())),
    )
    const count = (code: string) =>
      codes.filter((result) => !result.ok && result.error.code === code).length
    expect([count('code_wrong'), count('too_many_codes')]).toEqual([5, 5])
  })

  it('counts codes for the sign-in too, where the account’s count was forgotten', async () => {
    const token = await begin()
    for (let time = 0; time < 5; time += 1) {
      await database().run((db) => db.delete(signInThrottles))
      await enter(token, wrongCode())
    }
    await database().run((db) => db.delete(signInThrottles))
    expect(await enter(token, codeAt())).toEqual(OVER)
  })
})

it('writes security events for the password, wrong codes, the block and the session', async () => {
  const written: unknown[] = []
  const info = vi.spyOn(log(), 'info').mockImplementation((line: unknown) => {
    written.push(line)
  })
  const who = { personId: userId, network: ADDRESS }
  await enter(await begin(), codeAt())
  expect(written.splice(0)).toMatchObject([
    { event: 'sign_in', outcome: 'code_asked', way: 'password', ...who },
    { event: 'sign_in', outcome: 'done', way: 'code', ...who },
  ])
  const token = await begin()
  for (let time = 0; time < 5; time += 1) await enter(token, wrongCode())
  await enter(await begin(), codeAt(30))
  const failed = { event: 'sign_in_failed', way: 'code', ...who }
  expect(written).toMatchObject([
    { outcome: 'code_asked' },
    ...Array.from({ length: 4 }, () => ({ outcome: 'code_wrong', ...failed })),
    { outcome: 'codes_used_up', ...failed },
    { event: 'lock', outcome: 'done', scope: 'codes', ...who },
    { outcome: 'code_asked' },
    { outcome: 'too_many_codes', ...failed },
  ])
  info.mockRestore()
})

describe('a sign-in that waits for a code', () => {
  it('is over when it has expired, is of another browser, or was never begun', async () => {
    const token = await begin()
    await database().run((db) => db.update(pendingSignIns).set({ expiresAt: sql`now()` }))
    expect(await enter(token, codeAt())).toEqual(OVER)
    expect(await enter(null, codeAt())).toEqual(OVER)
    expect(await enter('x'.repeat(43), codeAt())).toEqual(OVER)
    await begin()
    expect(await database().run((db) => db.$count(pendingSignIns))).toBe(1)
  })

  it.each([
    ['disabled', { disabledAt: sql`now()` }],
    ['signed out everywhere', { sessionEpoch: sql`session_epoch + 1` }],
  ])('is over when the person was %s since the password', async (_, change) => {
    const token = await begin()
    await database().run((db) => db.update(users).set(change).where(eq(users.id, userId)))
    expect(await enter(token, codeAt())).toEqual(OVER)
    expect(await countSessions()).toBe(0)
  })

  it('keeps no token and no code that could be used', async () => {
    const token = await begin()
    const rows = await database().run((db) =>
      db.execute(sql`select pending_sign_ins::text, app_factors::text, recovery_codes::text
        from pending_sign_ins, app_factors, recovery_codes`),
    )
    const kept = JSON.stringify(rows)
    for (const text of [token, secret, RECOVERY, RECOVERY.replaceAll('-', '')]) {
      expect(kept).not.toContain(text)
    }
  })
})

it('next-auth: lets no person with a second factor in by the password alone', async () => {
  const [provider] = authOptions().providers
  if (provider?.type !== 'credentials') throw new Error('there is no password provider')
  await expect(provider.authorize(RIGHT, { headers: {} })).rejects.toThrow('second_factor_asked')
  expect(await countSessions()).toBe(0)
})

it('sessions: none is inserted without a code for a person who has a second factor', async () => {
  const session = { id: randomUUID(), userId, epoch: 0, userAgent: null, maxAgeS: 60 }
  expect(await insertSession(database(), session)).toBe(false)
  await database().run((db) => db.delete(appFactors))
  expect(await insertSession(database(), session)).toBe(true)
})
