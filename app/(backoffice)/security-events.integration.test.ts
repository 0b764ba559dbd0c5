import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { signIn, signOut, joinByLink } from '@/app/(auth)/actions'
import { GET as auditHeads } from '@/app/api/audit/heads/route'
import { database, type Database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { sessions, signInThrottles, users } from '@/db/schema/people'
import { seedDemoPeople } from '@/db/seed/demo-people'
import { LIMITS } from '@/lib/config/limits'
import {
  browser,
  led,
  NETWORK,
  openFreshBrowser,
  OWN,
  startActionDatabase,
  type ActionDatabase,
} from '@/testing/action-browser'
import { runInRequest } from '@/lib/observability/request-context'
import {
  changePassword,
  changeSettings,
  signOutBrowser,
  startSecondFactor,
} from './account/actions'
import { verifyAuditTrail } from './audit/actions'
import * as people from './settings/people/actions'

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

function enter(role: string, password = PASSWORD): Promise<void> {
  const form = new FormData()
  form.set('email', `${role}@paydesk.example`)
  form.set('password', password)
  return led(signIn({ email: '', error: null }, form))
}

async function personOf(role: string) {
  const email = `${role}@paydesk.example`
  const [user] = await database().run((db) => db.select().from(users).where(eq(users.email, email)))
  if (user === undefined) throw new Error('there is no such person')
  return user
}

/** The lines since the last call, without what is different each time. */
function events() {
  const lines = written.splice(0)
  for (const line of lines) {
    expect(line).toMatchObject({ network: NETWORK, requestId: expect.any(String) as string })
    expect(JSON.stringify(line)).not.toMatch(/@|paydesk-demo|Support|Admin/)
  }
  return lines
}

it('security events: sign-in, its failure, a lock, and sign-out', async () => {
  const { id: personId } = await personOf('support')
  await enter('support')
  const [signedIn] = events()
  expect(signedIn).toMatchObject({ event: 'sign_in', outcome: 'done', personId, role: 'support' })
  await led(signOut())
  const { sessionId } = signedIn ?? {}
  expect(events()).toMatchObject([{ event: 'sign_out', outcome: 'done', sessionId }])

  browser.cookies.clear()
  for (let time = 0; time < 6; time += 1) await enter('support', 'wrong')
  const failed = events()
  expect(failed.map(({ event, outcome }) => `${String(event)} ${String(outcome)}`)).toEqual([
    ...Array.from({ length: 5 }, () => 'sign_in_failed wrong_password'),
    'lock done',
    'sign_in_failed too_many_tries',
  ])
  expect(failed[5]).toMatchObject({ scope: 'pair', account: failed[0]?.account })
  expect(failed[0]?.account).toMatch(/^[\w-]{43}$/)
  await enter('no-one')
  expect(events()).toMatchObject([{ event: 'sign_in_failed', outcome: 'unknown' }])
})

it('security events: signing in, failing to and signing out have the id of their request', async () => {
  const requestId = randomUUID()
  await runInRequest(requestId, async () => {
    await enter('support', 'wrong')
    await enter('support')
    await led(signOut())
  })
  const lines = events().map(({ event, requestId: id }) => [event, id])
  expect(lines).toEqual([
    ['sign_in_failed', requestId],
    ['sign_in', requestId],
    ['sign_out', requestId],
  ])
})

it('security events: what an admin does with people, and a link that is used', async () => {
  await enter('admin')
  const { id: personId } = await personOf('admin')
  const { id: subjectId } = await personOf('support')
  const who = { personId, role: 'admin', sessionId: expect.any(String) as string }
  events()
  const about = { personId: subjectId }

  const email = 'new@paydesk.example'
  const invitation = { name: 'New One', email, role: 'viewer', scope: 'all' } as const
  const invited = await people.invitePerson(invitation)
  expect(events()).toEqual([
    expect.objectContaining({ ...who, event: 'invitation', outcome: 'done' }),
  ])
  await people.invitePerson(invitation)
  expect(events()).toMatchObject([{ event: 'invitation', outcome: 'email_taken' }])

  await people.makePersonLink(about)
  await people.changePersonRole({ personId: subjectId, role: 'staff' })
  await people.changePersonScope({ personId: subjectId, scope: 'all' })
  await people.setPersonAccess({ personId: subjectId, isEnabled: false })
  await people.setPersonAccess({ personId: subjectId, isEnabled: true })
  await people.signPersonOut(about)
  await people.unlockPerson(about)
  await people.removePersonPasskeys(about)
  await people.resetPersonFactor(about)
  await people.changePersonRole({ personId, role: 'viewer' })
  const expected = [
    'link_made',
    'role_change',
    'scope_change',
    'disabling',
    'enabling',
    'sign_out_everywhere',
    'unlock',
    'passkeys_removed',
    'second_factor_reset',
  ]
  expect(events()).toMatchObject([
    ...expected.map((event) => ({ ...who, event, subjectId, outcome: 'done' })),
    { ...who, event: 'role_change', subjectId: personId, outcome: 'own_account' },
  ])

  if (!invited.ok) throw new Error(invited.error.code)
  const form = new FormData()
  form.set('token', invited.value.address.split('/').at(-1) ?? '')
  form.set('password', 'four words of my own')
  await led(joinByLink(null, form))
  const joined = { personId: invited.value.personId, outcome: 'done' }
  expect(events()).toMatchObject([
    { event: 'link_used', ...joined },
    { event: 'sign_in', way: 'link', ...joined },
  ])
  await led(joinByLink(null, form))
  expect(events()).toMatchObject([{ event: 'link_used', outcome: 'link_unusable' }])
})

it('security events: one’s own account, an export of the audit trail, and its check', async () => {
  await enter('admin')
  const [here] = events()
  await changePassword({ current: 'wrong', next: 'four words of my own' })
  await signOutBrowser({ sessionId: randomUUID() })
  await startSecondFactor({ current: 'wrong' })
  await verifyAuditTrail()
  const url = `${OWN}/api/audit/heads`
  expect((await auditHeads(new Request(url), { params: Promise.resolve({}) })).status).toBe(200)
  const { sessionId } = here ?? {}
  expect(events()).toMatchObject([
    { event: 'password_change', outcome: 'password_wrong', sessionId },
    { event: 'browser_sign_out', outcome: 'session_gone', sessionId },
    { event: 'second_factor_start', outcome: 'password_wrong', sessionId },
    { event: 'audit_check', outcome: 'done', sessionId },
    { event: 'audit_check', outcome: 'done', sessionId },
  ])
})

it('audit trail: keeps the network address of what people do with others and with themselves', async () => {
  await enter('support')
  await changeSettings({ name: 'Anna Lie Dahl' })
  await changePassword({ current: PASSWORD, next: 'four words of my own' })
  const entries = await owner.run((db) =>
    db.select({ action: auditEntries.action, address: auditEntries.address }).from(auditEntries),
  )
  expect(entries.filter(({ address }) => address !== NETWORK)).toEqual([])
  expect([...new Set(entries.map(({ action }) => action))].toSorted()).toEqual([
    'person.disabled',
    'person.enabled',
    'person.invited',
    'person.joined',
    'person.link_made',
    'person.passkeys_removed',
    'person.password_changed',
    'person.renamed',
    'person.role_changed',
    'person.signed_out',
  ])
})

it('rates: a person checks the audit trail so often, by any of its ways, and another one still may', async () => {
  const { times } = LIMITS.access.rates.auditCheck
  await enter('admin')
  const checks = await Promise.all(Array.from({ length: times + 4 }, () => verifyAuditTrail()))
  expect(checks.filter(({ ok }) => ok)).toHaveLength(times)
  const refused = { ok: false, error: { code: 'too_often', values: { minutes: 15 } } }
  expect(checks.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 4 }, () => refused))
  const download = await auditHeads(new Request(`${OWN}/api/audit/heads`), {
    params: Promise.resolve({}),
  })
  expect([download.status, await download.json()]).toEqual([429, refused])
  expect(events().at(-1)).toMatchObject({ event: 'audit_check', outcome: 'too_often' })

  await owner.run((db) =>
    db.update(users).set({ role: 'admin' }).where(eq(users.email, 'viewer@paydesk.example')),
  )
  await enter('viewer')
  expect(await verifyAuditTrail()).toMatchObject({ ok: true })
})

it('security events: what is refused', async () => {
  await verifyAuditTrail()
  expect(events()).toMatchObject([{ event: 'refused', outcome: 'not_signed_in' }])
  await enter('staff')
  events()
  await verifyAuditTrail()
  const { id: personId } = await personOf('staff')
  expect(events()).toMatchObject([
    { event: 'refused', outcome: 'not_permitted', permission: 'verify_audit', personId },
  ])
  browser.headers.set('origin', 'https://evil.example')
  await verifyAuditTrail()
  expect(events()).toMatchObject([{ event: 'refused', outcome: 'foreign_origin' }])
})

it('sign-in: makes the browser known, and ends its earlier session', async () => {
  await enter('staff')
  const token = browser.cookies.get('__Host-paydesk-device')
  expect(token).toMatch(/^[\w-]{43}$/)
  const [first] = events()
  await enter('viewer')
  expect(browser.cookies.get('__Host-paydesk-device')).toBe(token)
  const [row] = await database().run((db) =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.id, String(first?.sessionId))),
  )
  expect(row?.revokedAt).not.toBeNull()

  browser.cookies.clear()
  for (let time = 0; time < 6; time += 1) await enter('staff', 'wrong')
  events()
  browser.cookies.set('__Host-paydesk-device', token ?? '')
  await enter('staff')
  expect(events()).toMatchObject([{ event: 'sign_in', role: 'staff' }])
})
