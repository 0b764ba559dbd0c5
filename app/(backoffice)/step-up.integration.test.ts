import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { signIn } from '@/app/(auth)/actions'
import { database, type Database } from '@/db/client'
import { writeSetting } from '@/db/queries/access/organization-settings'
import { sessions, users } from '@/db/schema/people'
import { passkeys } from '@/db/schema/passkeys'
import { seedDemoPeople } from '@/db/seed/demo-people'
import type { StepUpTopic } from '@/lib/domain/access/organization-settings'
import type { Result } from '@/lib/domain/operation/result'
import {
  led,
  openFreshBrowser,
  startActionDatabase,
  type ActionDatabase,
} from '@/testing/action-browser'
import { setProvedAgo } from '@/testing/prove-in-session'
import { removePasskey, startPasskey, startSecondFactor } from './account/actions'
import { addNewConnection } from './settings/connections/actions'
import * as connections from './settings/connections/[id]/actions'
import * as people from './settings/people/actions'

const PASSWORD = 'paydesk-demo'

vi.mock('next/headers', async () => (await import('@/testing/action-browser')).nextHeaders)

let made: ActionDatabase
let owner: Database
let written: Record<string, unknown>[]

beforeAll(async () => {
  made = await startActionDatabase()
  owner = made.owner
})

beforeEach(async () => {
  await owner.run((db) => db.delete(users))
  await seedDemoPeople(owner)
  written = openFreshBrowser()
  const form = new FormData()
  form.set('email', 'admin@paydesk.example')
  form.set('password', PASSWORD)
  await led(signIn({ email: '', error: null }, form))
})

afterAll(() => made.stop())

async function idOf(email: string): Promise<string> {
  const [user] = await database().run((db) => db.select().from(users).where(eq(users.email, email)))
  return user?.id ?? ''
}

function setTopics(...topics: StepUpTopic[]) {
  const request = { requestId: randomUUID(), reason: null, actor: null }
  return writeSetting(owner, 'step_up', { refundLimitsMinor: {}, topics }, request)
}

async function proveAgo(seconds: number): Promise<void> {
  const [session] = await database().run((db) => db.select().from(sessions))
  await setProvedAgo(database(), session?.id ?? '', seconds)
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.error.code
}

const invitation = () => ({
  name: 'Kim',
  email: `${randomUUID()}@paydesk.example`,
  role: 'viewer',
  scope: 'all' as const,
})

/** What is done with a person, and if it gives a way in, rights, or more tries. */
const ACTIONS: readonly (readonly [
  name: string,
  isAsked: boolean,
  run: (personId: string) => Promise<Result<unknown>>,
])[] = [
  ['invitePerson', true, () => people.invitePerson(invitation())],
  ['makePersonLink', true, (personId) => people.makePersonLink({ personId })],
  ['changePersonRole', true, (personId) => people.changePersonRole({ personId, role: 'staff' })],
  ['changePersonScope', true, (personId) => people.changePersonScope({ personId, scope: 'all' })],
  ['resetPersonFactor', true, (personId) => people.resetPersonFactor({ personId })],
  ['unlockPerson', true, (personId) => people.unlockPerson({ personId })],
  ['enabling', true, (personId) => people.setPersonAccess({ personId, isEnabled: true })],
  ['disabling', false, (personId) => people.setPersonAccess({ personId, isEnabled: false })],
  ['signPersonOut', false, (personId) => people.signPersonOut({ personId })],
  ['removePersonPasskeys', false, (personId) => people.removePersonPasskeys({ personId })],
]

it('people: the list of actions is whole', () => {
  const names = ACTIONS.map(([name]) => name.replace(/^(en|dis)abling$/, 'setPersonAccess'))
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(people).toSorted())
})

it.each(ACTIONS)(
  'people: %s needs a fresh second factor where people are named: %s',
  async (_, isAsked, run) => {
    const personId = await idOf('staff@paydesk.example')
    await setTopics('people')
    await proveAgo(301)
    expect(codeOf(await run(personId))).toBe(isAsked ? 'step_up_required' : 'done')
    await proveAgo(299)
    expect(codeOf(await run(personId))).toBe('done')
    await proveAgo(301)
    await setTopics('pay_out')
    expect(codeOf(await run(personId))).toBe('done')
  },
)

/** One that is refused for its name, whoever asks. */
const NAMELESS = {
  provider: 'dintero',
  name: '',
  account: '',
  baseUrl: '',
  secret: {},
  settings: {},
} as const

/** A connection that there is not, so that whatever is let through finds nothing. */
const target = { connectionId: randomUUID(), seen: new Date().toISOString() }

const CONNECTION_ACTIONS: Readonly<Record<string, () => Promise<Result<unknown>>>> = {
  addNewConnection: () => addNewConnection(NAMELESS),
  changeConnectionName: () => connections.changeConnectionName({ ...target, name: 'Wool' }),
  setConnectionEnabled: () => connections.setConnectionEnabled({ ...target, isEnabled: false }),
  replaceConnectionSecret: () => connections.replaceConnectionSecret({ ...target, fields: {} }),
  changeConnectionSettings: () => connections.changeConnectionSettings({ ...target, settings: {} }),
  removeConnectionForGood: () =>
    connections.removeConnectionForGood({ ...target, typedName: 'Wool' }),
}

it('connections: every change needs a fresh second factor where they are named', async () => {
  const changes = Object.keys(connections).filter((name) => name !== 'testConnection')
  const names = [...changes, 'addNewConnection']
  expect(Object.keys(CONNECTION_ACTIONS).toSorted()).toEqual(names.toSorted())
  for (const [name, run] of Object.entries(CONNECTION_ACTIONS)) {
    const reached = name === 'addNewConnection' ? 'connection_refused' : 'not_found'
    await setTopics('connections')
    await proveAgo(301)
    expect(codeOf(await run())).toBe('step_up_required')
    await proveAgo(299)
    expect(codeOf(await run())).toBe(reached)
    await proveAgo(301)
    await setTopics('people')
    expect(codeOf(await run())).toBe(reached)
  }
})

it('people: what is refused changes nothing, names the ways, and is written into the log', async () => {
  const personId = await idOf('staff@paydesk.example')
  await setTopics('people')
  written.length = 0
  expect(await people.changePersonRole({ personId, role: 'viewer' })).toEqual({
    ok: false,
    error: { code: 'step_up_required', values: { ways: [] } },
  })
  const [row] = await database().run((db) => db.select().from(users).where(eq(users.id, personId)))
  expect(row?.role).toBe('staff')
  expect(written).toMatchObject([
    { event: 'refused', outcome: 'step_up_required', permission: 'manage_people' },
  ])
})

it('one’s own account: a factor that is there is needed to add another or to remove a passkey, and the first needs none', async () => {
  await setTopics('pay_out')
  const start = async () => [
    codeOf(await startSecondFactor({ current: PASSWORD })),
    codeOf(await startPasskey({ current: PASSWORD })),
  ]
  expect(await start()).toEqual(['done', 'done'])
  const passkeyId = randomUUID()
  const remove = async () => codeOf(await removePasskey({ passkeyId, current: PASSWORD }))
  const passkey = {
    id: passkeyId,
    userId: await idOf('admin@paydesk.example'),
    epoch: 0,
    credentialId: 'one',
    publicKey: 'key',
    signCount: 0,
    transports: [],
    isSyncable: false,
    isBackedUp: false,
    aaguid: randomUUID(),
    name: 'Phone',
  }
  await database().run((db) => db.insert(passkeys).values(passkey))
  expect(await start()).toEqual(['step_up_required', 'step_up_required'])
  expect(await remove()).toBe('step_up_required')
  await proveAgo(299)
  expect(await start()).toEqual(['done', 'done'])
  expect(await remove()).toBe('done')
})
