import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { auditEntries } from '@/db/schema/audit'
import { signInThrottles } from '@/db/schema/people'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { deleteAccountTries } from './delete-account-tries'
import { takeSignInTry } from './sign-in-throttles'
import { upsertUsers } from './users'

let empty: EmptyDatabase
let database: Database
let anna: { readonly id: string; readonly email: string }
let bo: typeof anna

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
afterAll(() => empty.stop())
beforeEach(async () => {
  await database.run((db) => db.delete(signInThrottles))
  anna = await addPerson('Anna Lie')
  bo = await addPerson('Bo Dahl')
})

async function addPerson(name: string) {
  const id = randomUUID()
  const email = `${id}@paydesk.example`
  await upsertUsers(empty.owner, [{ id, email, name, role: 'support', passwordHash: 'none' }])
  return { id, email }
}

/** Counts two failed sign-ins under each of the keys. */
async function count(...keys: readonly string[]): Promise<void> {
  for (const key of [...keys, ...keys]) {
    await takeSignInTry(database, { key, limit: 5, windowS: 900 })
  }
}

async function countedKeys(): Promise<readonly string[]> {
  const rows = await database.run((db) =>
    db.select().from(signInThrottles).orderBy(asc(signInThrottles.key)),
  )
  return rows.map(({ key }) => key)
}

function auditOf({ id }: typeof anna) {
  return database.run((db) => db.select().from(auditEntries).where(eq(auditEntries.streamId, id)))
}

function requestFor(reason: string | null = null): PersonRequest {
  return { requestId: randomUUID(), reason, actor: null }
}

it('account tries: forgets those of all devices and addresses of the account', async () => {
  for (const [key, accountKey] of [
    ['pair', 'account'],
    ['pair of Bo', 'account of Bo'],
  ] as const) {
    await takeSignInTry(database, { key, accountKey, limit: 5, windowS: 900 })
  }
  expect(await deleteAccountTries(database, anna.email, ['account'], requestFor())).toBe(1)
  expect(await countedKeys()).toEqual(['pair of Bo'])
})

it('account tries: forgets those under the keys, and no others', async () => {
  await count('account', 'address', 'account of Bo')
  const keys = ['account', 'address']
  expect(await deleteAccountTries(database, anna.email, keys, requestFor())).toBe(2)
  expect(await countedKeys()).toEqual(['account of Bo'])
})

it('account tries: are forgotten with an audit entry about the person, with the operator’s reason', async () => {
  await count('account', 'address')
  const request = requestFor('called us')
  await deleteAccountTries(database, anna.email, ['account', 'address'], request)
  expect(await auditOf(anna)).toMatchObject([
    {
      action: 'person.unlocked',
      actorId: null,
      actorName: 'Command line',
      actorRole: 'operator',
      requestId: request.requestId,
      operationId: null,
      reason: 'called us',
      detail: { countsRemoved: 2 },
    },
  ])
  expect(await auditOf(bo)).toEqual([])
})

it('account tries: says how many counts there were, of the keys that had any', async () => {
  await count('account')
  const keys = ['account', 'address']
  expect(await deleteAccountTries(database, anna.email, keys, requestFor())).toBe(1)
  expect(await auditOf(anna)).toMatchObject([{ reason: null, detail: { countsRemoved: 1 } }])
})

it('account tries: writes no audit entry where nothing was counted', async () => {
  await count('account of Bo')
  expect(await deleteAccountTries(database, anna.email, ['account'], requestFor())).toBe(0)
  expect(await auditOf(anna)).toEqual([])
  expect(await countedKeys()).toEqual(['account of Bo'])
})

it('account tries: forgets nothing for an e-mail address that no person has', async () => {
  await count('account')
  const email = 'nobody@paydesk.example'
  expect(await deleteAccountTries(database, email, ['account'], requestFor())).toBeNull()
  expect(await countedKeys()).toEqual(['account'])
  expect([...(await auditOf(anna)), ...(await auditOf(bo))]).toEqual([])
})
