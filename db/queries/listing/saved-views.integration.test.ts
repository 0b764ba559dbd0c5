import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { upsertUsers } from '@/db/queries/access/users'
import { LIMITS } from '@/lib/config/limits'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { deleteSavedView, listSavedViews, upsertSavedView } from './saved-views'

const ANNA = randomUUID()
const BO = randomUUID()

let empty: EmptyDatabase
let database: Database

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
  const person = { role: 'staff', passwordHash: 'none' } as const
  await upsertUsers(empty.owner, [
    { ...person, id: ANNA, name: 'Anna', email: 'anna@paydesk.example' },
    { ...person, id: BO, name: 'Bo', email: 'bo@paydesk.example' },
  ])
})
afterAll(() => empty.stop())
beforeEach(async () => {
  await database.run((db) => db.execute(sql`delete from saved_views`))
})

async function keep(ownerId: string, name: string, change = {}): Promise<string> {
  const id = randomUUID()
  const view = { id, ownerId, name, query: 'view=all', isShared: false, ...change }
  expect(await upsertSavedView(database, view)).toBe(true)
  return id
}

const seenBy = async (userId: string) =>
  (await listSavedViews(database, 'all', userId)).map(({ name }) => name)

describe('saved views', () => {
  it('are seen by their owner; by others only when they are shared', async () => {
    await keep(ANNA, 'mine')
    const id = await keep(ANNA, 'Ours', { isShared: true, query: 'min=1' })
    expect(await seenBy(ANNA)).toEqual(['mine', 'Ours'])
    const shared = { id, name: 'Ours', query: 'min=1', isShared: true, ownerName: 'Anna' }
    expect(await listSavedViews(database, 'all', BO)).toEqual([{ ...shared, isOwn: false }])
    expect(await listSavedViews(database, 'all', ANNA)).toContainEqual({ ...shared, isOwn: true })
  })

  it('of the same name are one for each owner: the later', async () => {
    await keep(ANNA, 'Big', { isShared: true })
    await keep(BO, 'Big')
    await keep(ANNA, 'Big', { query: 'min=9' })
    expect(await listSavedViews(database, 'all', ANNA)).toMatchObject([
      { name: 'Big', query: 'min=9', isShared: false },
    ])
    expect(await seenBy(BO)).toEqual(['Big'])
  })

  it('are so many a person at most; one more is refused, one in place of another is not', async () => {
    const { perPerson } = LIMITS.savedViews
    for (let count = 0; count < perPerson; count += 1) await keep(ANNA, `view ${count}`)
    const view = { id: randomUUID(), ownerId: ANNA, query: 'q', isShared: false }
    expect(await upsertSavedView(database, { ...view, name: 'one more' })).toBe(false)
    expect(await seenBy(ANNA)).toHaveLength(perPerson)
    expect(await upsertSavedView(database, { ...view, name: 'view 7' })).toBe(true)
    await keep(BO, 'of another person')
  })
})

describe('removing a saved view', () => {
  const remove = (id: string, userId: string, alsoShared = false) =>
    deleteSavedView(database, { id, userId, alsoShared, scope: 'all' })

  it('takes one’s own away, and no other', async () => {
    const id = await keep(ANNA, 'gone')
    await keep(ANNA, 'kept')
    expect(await remove(id, ANNA)).toBe(true)
    expect(await remove(id, ANNA)).toBe(false)
    expect(await seenBy(ANNA)).toEqual(['kept'])
  })

  it.each([
    ['private', false, false, false],
    ['private, by who may remove shared ones', false, true, false],
    ['shared', true, false, false],
    ['shared, by who may remove shared ones', true, true, true],
  ])('of another person, %s', async (_, isShared, alsoShared, isGone) => {
    const id = await keep(ANNA, 'theirs', { isShared })
    expect(await remove(id, BO, alsoShared)).toBe(isGone)
    expect(await seenBy(ANNA)).toEqual(isGone ? [] : ['theirs'])
  })
})
