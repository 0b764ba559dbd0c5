import { sql, type SQL } from 'drizzle-orm'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { signIn } from '@/app/(auth)/actions'
import { GET as exportPayments } from '@/app/api/transactions/export/route'
import { database, type Database } from '@/db/client'
import { passkeys } from '@/db/schema/passkeys'
import { signInThrottles } from '@/db/schema/people'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { LIMITS } from '@/lib/config/limits'
import type { Result } from '@/lib/domain/operation/result'
import {
  led,
  NETWORK,
  openFreshBrowser,
  OWN,
  startActionDatabase,
  type ActionDatabase,
} from '@/testing/action-browser'
import { SoftwareAuthenticator } from '@/testing/software-authenticator'
import * as account from './account/actions'
import { changeBusinessName } from './settings/business/actions'
import { changeConnectionName } from './settings/connections/[id]/actions'
import { invitePerson } from './settings/people/actions'
import { startStepUpByPasskey, stepUpByPasskey, stepUpWithCode } from './step-up/actions'

const PASSWORD = 'paydesk-demo'

vi.mock('next/headers', async () => (await import('@/testing/action-browser')).nextHeaders)

let made: ActionDatabase
let owner: Database
let written: Record<string, unknown>[]

beforeAll(async () => {
  made = await startActionDatabase()
  owner = made.owner
  await seedDemoPeople(owner)
})

beforeEach(async () => {
  await database().run((db) => db.delete(signInThrottles))
  written = openFreshBrowser()
})

afterAll(() => made.stop())

async function enter(role: string): Promise<void> {
  const form = new FormData()
  form.set('email', `${role}@paydesk.example`)
  form.set('password', PASSWORD)
  await led(signIn({ email: '', error: null }, form))
  events()
}

/** Event and outcome of each line since the last call; none holds what is private. */
function events(): readonly string[] {
  return written.splice(0).map((line) => {
    expect(line).toMatchObject({ network: NETWORK, requestId: expect.any(String) as string })
    expect(JSON.stringify(line)).not.toMatch(/@|paydesk-demo|Phone|Kim|Admin/)
    if (line.event !== 'sign_in') expect(Object.keys(line).toSorted()).toEqual(fieldsOf(line))
    return `${String(line.event)} ${String(line.outcome)}`
  })
}

/** All that a line of an action may have. */
function fieldsOf({ event }: Record<string, unknown>): readonly string[] {
  const fields = ['event', 'network', 'outcome', 'personId', 'requestId', 'role', 'sessionId']
  return event === 'refused' ? [...fields, 'permission'].toSorted() : fields
}

async function valueOf<T>(result: Promise<Result<T>>): Promise<T> {
  const answered = await result
  if (!answered.ok) throw new Error(answered.error.code)
  return answered.value
}

it('security events: an app is set up, proved anew, and turned off', async () => {
  await enter('staff')
  const current = PASSWORD
  const { secret } = await valueOf(account.startSecondFactor({ current }))
  const codeIn = (seconds: number) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })
  await account.confirmSecondFactor({ code: 'wrong' })
  const { codes } = await valueOf(account.confirmSecondFactor({ code: codeIn(0) }))
  expect(events()).toEqual([
    'second_factor_start done',
    'second_factor_on code_malformed',
    'second_factor_on done',
  ])
  await stepUpWithCode({ code: codeIn(0) })
  await stepUpWithCode({ code: codeIn(30) })
  expect(events()).toEqual(['step_up code_wrong', 'step_up done'])
  const [code = ''] = codes
  const made = await valueOf(account.makeRecoveryCodes({ current, code }))
  await account.turnSecondFactorOff({ current, code })
  await account.turnSecondFactorOff({ current, code: made.codes[0] ?? '' })
  expect(events()).toEqual([
    'recovery_codes_made done',
    'second_factor_off code_wrong',
    'second_factor_off done',
  ])
})

it('security events: a passkey is added, named, proved anew, and removed', async () => {
  await enter('support')
  const device = new SoftwareAuthenticator(OWN)
  const current = PASSWORD
  const options = await valueOf(account.startPasskey({ current }))
  const answer = device.make(options)
  await account.addPasskey({ name: 'Phone\u0007', ...answer })
  await account.addPasskey({ name: 'Phone', ...answer })
  expect(events()).toEqual([
    'passkey_start done',
    'passkey_added name_malformed',
    'passkey_added done',
  ])
  await stepUpByPasskey(device.sign(await valueOf(startStepUpByPasskey(null)), { site: 'x' }))
  await stepUpByPasskey(device.sign(await valueOf(startStepUpByPasskey(null))))
  expect(events()).toEqual(['step_up passkey_refused', 'step_up done'])
  const [row] = await database().run((db) => db.select().from(passkeys))
  const passkeyId = row?.id ?? ''
  await account.renamePasskey({ passkeyId, name: 'Phone of Kim' })
  await account.removePasskey({ passkeyId, current: 'wrong' })
  await account.removePasskey({ passkeyId, current })
  expect(events()).toEqual([
    'passkey_renamed done',
    'passkey_removed password_wrong',
    'passkey_removed done',
  ])
})

it('security events: a name of control characters, wherever it is typed, and input of no page', async () => {
  await enter('admin')
  const name = 'Kim\u202e\u0007'
  const seen = new Date().toISOString()
  await account.changeSettings({ name })
  await account.changeSettings({ name: 'Kim Admin' })
  await invitePerson({ name, email: 'kim@paydesk.example', role: 'viewer', scope: 'all' })
  await changeBusinessName({ name, seenAt: null })
  await changeConnectionName({ connectionId: crypto.randomUUID(), seen, name })
  await account.changeSettings({ name: 'Kim', more: true } as never)
  expect(events()).toEqual([
    'own_settings_change name_malformed',
    'own_settings_change done',
    'invitation name_malformed',
    'setting_change business_name_malformed',
    'connection_change connection_unchanged',
    'refused invalid_input',
  ])
})

it('security events and rate: a person exports payments so often, then is told to wait, and another one still may', async () => {
  const { times } = LIMITS.access.rates.export
  expect(times).toBe(30)
  const url = `${OWN}/api/transactions/export?format=csv&view=all`
  const take = async () => {
    const response = await exportPayments(new Request(url), { params: Promise.resolve({}) })
    return { status: response.status, body: await response.text() }
  }
  await enter('support')
  for (let time = 0; time < times; time += 1) expect((await take()).status).toBe(200)
  expect(events()).toEqual(Array.from({ length: times }, () => 'export done'))
  const refused = await take()
  expect(refused.status).toBe(429)
  expect(JSON.parse(refused.body)).toEqual({
    ok: false,
    error: { code: 'too_often', values: { minutes: 15 } },
  })
  expect(events()).toEqual(['export too_often'])
  await enter('admin')
  expect((await take()).status).toBe(200)
  expect(events()).toEqual(['export done'])
})

it('lifetimes: a session ends after 12 hours, a one-time link after 72, a passkey’s challenge and a begun sign-in after 5 minutes', async () => {
  await enter('admin')
  await invitePerson({ name: 'Cy', email: 'cy@paydesk.example', role: 'viewer', scope: 'all' })
  await account.startPasskey({ current: PASSWORD })
  expect(LIMITS.access.pendingSignInS).toBe(5 * 60)
  const secondsLeft = async (table: SQL) => {
    const [row] = await database().run((db) =>
      db.execute<{ left: number }>(sql`
        select extract(epoch from max(expires_at) - now())::float as left from ${table}`),
    )
    return row?.left ?? 0
  }
  for (const [table, seconds] of [
    [sql`sessions`, 12 * 60 * 60],
    [sql`person_links`, 72 * 60 * 60],
    [sql`passkey_challenges`, 5 * 60],
  ] as const) {
    const left = await secondsLeft(table)
    expect(left).toBeGreaterThan(seconds - 60)
    expect(left).toBeLessThanOrEqual(seconds)
  }
})
