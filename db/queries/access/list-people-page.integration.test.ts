import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personIdentities, users } from '@/db/schema/people'
import { LIMITS } from '@/lib/config/limits'
import { readPeopleQuery } from '@/lib/domain/access/people-query'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { listPeoplePage } from './list-people-page'

const { peoplePage: SIZE } = LIMITS.access

let empty: EmptyDatabase

beforeAll(async () => {
  empty = await startEmptyDatabase()
})
afterAll(() => empty.stop())
beforeEach(() => empty.owner.run((db) => db.delete(users)))

type Row = Partial<typeof users.$inferInsert> & { readonly email: string }

/** Adds people who have a password, unless it says otherwise; returns their ids in this order. */
async function add(rows: readonly Row[]): Promise<readonly string[]> {
  const people = rows.map((row) =>
    Object.assign({ id: randomUUID(), name: 'Anna', role: 'viewer', passwordHash: 'x' }, row),
  )
  await empty.owner.run((db) => db.insert(users).values(people as (typeof users.$inferInsert)[]))
  return people.map(({ id }) => id)
}

const list = (params: Record<string, string>, lockedIds: readonly string[] = []) =>
  listPeoplePage(empty.database, readPeopleQuery(params, 200), lockedIds)

async function emailsOf(params: Record<string, string>, lockedIds: readonly string[] = []) {
  const { people } = await list(params, lockedIds)
  return people.map(({ email }) => email)
}

describe('the list of people in pages', () => {
  it('goes by name in any case, by address within equal names, and leaves no one out', async () => {
    const emails = Array.from({ length: 2 * SIZE }, (_, number) => `p${1000 + number}@x.example`)
    await add(emails.toReversed().map((email) => ({ email, name: 'Kari Nes' })))
    await add([
      { email: 'z@x.example', name: 'anna' },
      { email: 'a@x.example', name: 'Ørjan' },
    ])
    const pages = await Promise.all(['1', '2', '3'].map((page) => list({ page })))
    expect(pages.map(({ people }) => people.length)).toEqual([SIZE, SIZE, 2])
    expect(pages.map(({ total }) => total)).toEqual([2 * SIZE + 2, 2 * SIZE + 2, 2 * SIZE + 2])
    const listed = pages.flatMap(({ people }) => people.map(({ email }) => email))
    expect(listed).toEqual(['z@x.example', ...emails, 'a@x.example'])
  })

  it('is empty behind its last page', async () => {
    await add([{ email: 'a@x.example' }])
    expect(await list({ page: '2' })).toEqual({ people: [], total: 0 })
  })

  it('counts what the filters find, not everyone', async () => {
    await add([{ email: 'a@x.example', role: 'admin' }, { email: 'b@x.example' }])
    expect((await list({ role: 'admin' })).total).toBe(1)
  })
})

describe('a search of people', () => {
  beforeEach(() =>
    add([
      { email: 'ase.berg@x.example', name: 'Åse Berg' },
      { email: 'bo_100@x.example', name: 'Bo 100% Dahl' },
      { email: 'boa100@x.example', name: 'Boa 1000 Dahl' },
      { email: 'c@other.example', name: String.raw`Back\slash` },
    ]),
  )

  it.each([
    ['ÅSE', ['ase.berg@x.example']],
    ['BERG@X', ['ase.berg@x.example']],
    ['100%', ['bo_100@x.example']],
    ['%', ['bo_100@x.example']],
    ['bo_1', ['bo_100@x.example']],
    ['_', ['bo_100@x.example']],
    ['\\', ['c@other.example']],
    ['dahl', ['bo_100@x.example', 'boa100@x.example']],
    ["'; --", []],
  ])('finds %j in name or address, as it is typed', async (q, emails) => {
    expect(await emailsOf({ q })).toEqual(emails)
  })
})

describe('the states by which people are listed', () => {
  it('holds each person in one of them, and none of another role', async () => {
    const [active = '', locked = '', disabled = '', invited = '', provided = ''] = await add([
      { email: 'active@x.example' },
      { email: 'locked@x.example' },
      { email: 'disabled@x.example', disabledAt: new Date() },
      { email: 'invited@x.example', passwordHash: null },
      { email: 'provided@x.example', passwordHash: null },
      { email: 'staff@x.example', role: 'staff' },
    ])
    const identity = { userId: provided, issuer: 'https://id.example', subject: 's' }
    await empty.owner.run((db) => db.insert(personIdentities).values(identity))
    // Tries at the address of a person who cannot sign in say nothing about the person.
    const held = [locked, disabled, invited]
    const found = (state: string) => emailsOf({ state, role: 'viewer' }, held)
    expect(await found('active')).toEqual(['active@x.example', 'provided@x.example'])
    expect(await found('locked')).toEqual(['locked@x.example'])
    expect(await found('disabled')).toEqual(['disabled@x.example'])
    expect(await found('invited')).toEqual(['invited@x.example'])
    const { people } = await list({ role: 'viewer' }, held)
    const states = Object.fromEntries(people.map(({ id, state }) => [id, state]))
    expect(states).toEqual({
      [active]: 'active',
      [locked]: 'locked',
      [disabled]: 'disabled',
      [invited]: 'invited',
      [provided]: 'active',
    })
  })

  it('locks no one where nothing is held back', async () => {
    await add([{ email: 'a@x.example' }])
    expect(await emailsOf({ state: 'locked' })).toEqual([])
    expect(await emailsOf({ state: 'active' })).toEqual(['a@x.example'])
  })
})
