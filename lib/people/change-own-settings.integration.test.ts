import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { findLiveSession, insertSession } from '@/db/queries/access/sessions'
import { updateOwnSettings } from '@/db/queries/access/update-own-settings'
import { auditEntries } from '@/db/schema/audit'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/access/actor'
import type { OwnSettingsInput } from '@/lib/domain/access/person-inputs'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { changeOwnSettings } from './change-own-settings'

const UNCHOSEN = { language: null, timeZone: null, theme: null }

let empty: EmptyDatabase
let database: Database
let anna: Actor
let otherId: string

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
beforeEach(async () => {
  const [userId, sessionId] = [randomUUID(), randomUUID()]
  otherId = randomUUID()
  const email = `${userId}@paydesk.example`
  await empty.owner.run((db) =>
    db.insert(users).values([
      { id: userId, email, name: 'Anna Lie', role: 'viewer', passwordHash: 'none' },
      { id: otherId, email: `${otherId}@paydesk.example`, name: 'Ole Dahl', role: 'viewer' },
    ]),
  )
  await insertSession(database, { id: sessionId, userId, epoch: 0, userAgent: null, maxAgeS: 60 })
  anna = { userId, sessionId, name: 'Anna Lie', email, role: 'viewer', scope: 'all' }
})
afterAll(() => empty.stop())

const requestId = randomUUID()

function change(input: OwnSettingsInput) {
  return changeOwnSettings({ actor: anna, requestId, database }, input)
}

/** What the next page of any browser of the person is rendered with. */
async function shown() {
  const session = await findLiveSession(database, anna.sessionId)
  return { name: session?.actor.name, settings: session?.settings }
}

function entries() {
  return database.run((db) =>
    db.select().from(auditEntries).where(eq(auditEntries.streamId, anna.userId)),
  )
}

it('own settings: a person has chosen none at first', async () => {
  expect(await shown()).toEqual({ name: 'Anna Lie', settings: UNCHOSEN })
})

it('own settings: come with the session, and leave those of others alone', async () => {
  const input = { language: 'nb', timeZone: 'Asia/Tokyo', theme: 'dark' } as const
  expect(await change(input)).toEqual({ ok: true, value: null })
  expect(await shown()).toEqual({ name: 'Anna Lie', settings: input })
  expect(await entries()).toEqual([])
  const [other] = await database.run((db) => db.select().from(users).where(eq(users.id, otherId)))
  expect(other).toMatchObject({ ...UNCHOSEN, name: 'Ole Dahl' })
})

it('own settings: what is left out stays, and an empty time zone is that of the business', async () => {
  await change({ language: 'nb', timeZone: 'Asia/Tokyo', theme: 'dark' })
  await change({ theme: 'light' })
  const settings = { language: 'nb', timeZone: 'Asia/Tokyo', theme: 'light' }
  expect(await shown()).toMatchObject({ settings })
  await change({ timeZone: ' ' })
  expect(await shown()).toMatchObject({ settings: { ...settings, timeZone: null } })
})

it('own settings: another name leaves an audit entry, the same one none', async () => {
  expect(await change({ name: ' Åse  Ødegård ' })).toMatchObject({ ok: true })
  expect(await change({ name: 'Åse  Ødegård' })).toMatchObject({ ok: true })
  expect(await shown()).toMatchObject({ name: 'Åse  Ødegård' })
  expect(await entries()).toMatchObject([
    {
      action: 'person.renamed',
      actorId: anna.userId,
      actorName: 'Anna Lie',
      requestId,
      detail: { from: 'Anna Lie', to: 'Åse  Ødegård' },
    },
  ])
})

it('own settings: names of other scripts and with joiners are taken', async () => {
  for (const name of ['李小龍', 'نرگس\u200cخانم', 'Zoë 2', "D'Arcy-O’Neil"]) {
    expect(await change({ name })).toMatchObject({ ok: true })
    expect(await shown()).toMatchObject({ name })
  }
})

it.each([
  ['empty', ''],
  ['blank', ' \u00a0\u3000 '],
  ['blank by invisible letters', '\u3164\u115f'],
  ['without a letter', '···'],
  ['too long', 'x'.repeat(101)],
  ['of two lines', 'Anna\nBcc: all@example.com'],
  ['with a control character', 'Anna\u0007'],
  ['with another line by its Unicode sign', 'Anna\u2028Lie'],
  ['with a turned direction of writing', 'Anna \u202eeiL'],
  ['with an isolate', 'Anna \u2067Lie\u2069'],
  ['with a space that is not seen', 'Anna\u200bLie'],
  ['with half a character', 'Anna \ud83d'],
])('own settings: a name is refused that is %s', async (_why, name) => {
  const error = { code: 'name_malformed', field: 'name' }
  expect(await change({ name, theme: 'dark' })).toEqual({ ok: false, error })
  expect(await shown()).toEqual({ name: 'Anna Lie', settings: UNCHOSEN })
})

it.each([
  ['europe/oslo', 'Europe/Oslo'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['UTC', 'UTC'],
])('own settings: the time zone %s is kept as %s', async (timeZone, kept) => {
  expect(await change({ timeZone })).toMatchObject({ ok: true })
  expect(await shown()).toMatchObject({ settings: { timeZone: kept } })
})

it.each(['Europe/Atlantis', 'Oslo', 'CET', '+02:00', 'Etc/../passwd', "UTC'; select 1"])(
  'own settings: the time zone %s is refused',
  async (timeZone) => {
    const error = { code: 'time_zone_unknown', field: 'timeZone' }
    expect(await change({ name: 'Åse', timeZone })).toEqual({ ok: false, error })
    expect(await shown()).toEqual({ name: 'Anna Lie', settings: UNCHOSEN })
  },
)

it('own settings: PostgreSQL must know the time zone, too', async () => {
  const known = { name: 'Åse', language: undefined, theme: undefined, timeZone: 'Mars/Olympus' }
  const request = { actor: anna, requestId, reason: null }
  expect(await updateOwnSettings(database, known, request)).toBe('time_zone_unknown')
  expect(await shown()).toEqual({ name: 'Anna Lie', settings: UNCHOSEN })
})

it('own settings: a person who was disabled meanwhile changes nothing', async () => {
  const isAnna = eq(users.id, anna.userId)
  await database.run((db) => db.update(users).set({ disabledAt: new Date() }).where(isAnna))
  expect(await change({ name: 'Åse' })).toEqual({ ok: false, error: { code: 'actor_changed' } })
  const [row] = await database.run((db) => db.select().from(users).where(isAnna))
  expect(row?.name).toBe('Anna Lie')
  expect(await entries()).toEqual([])
})
