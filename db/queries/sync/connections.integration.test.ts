import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { secondsAgo } from '@/testing/operation-row'
import {
  findConnection,
  findConnectionByName,
  findHeldAccounts,
  listConnections,
  upsertConnection,
  type ConnectionWrite,
} from './connections'

const HOUR_S = 3_600

let empty: EmptyDatabase
let database: Database

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
afterAll(() => empty.stop())
beforeEach(() => database.run((db) => db.delete(connections)))

/** A connection to the account T1, named “Shop”. */
function aConnection(change: Partial<ConnectionWrite> = {}): ConnectionWrite {
  const accountId = change.accountId ?? 'T1'
  return {
    id: randomUUID(),
    provider: 'dintero',
    name: 'Shop',
    accountId,
    accounts: [accountId],
    baseUrl: 'https://api.example.com/v1',
    isTest: true,
    secretCiphertext: 'sealed',
    ...change,
  }
}

async function add(change: Partial<ConnectionWrite> = {}): Promise<ConnectionWrite> {
  const connection = aConnection(change)
  expect(await upsertConnection(database, connection)).toBe(true)
  return connection
}

/** A neighbour, which no statement about another connection may touch or find. */
const addOther = (change: Partial<ConnectionWrite> = {}) =>
  add({ name: 'Other shop', accountId: 'T9', ...change })

const find = ({ id }: ConnectionWrite) => findConnection(database, id)

const set = ({ id }: ConnectionWrite, change: Partial<typeof connections.$inferInsert>) =>
  empty.owner.run((db) => db.update(connections).set(change).where(eq(connections.id, id)))

describe('finding a connection', () => {
  it('by its id or name gives it with its accounts alone, in their order', async () => {
    const shop = await add({ accounts: ['T3', 'T1', 'T2'] })
    await addOther()
    const expected = { ...shop, accounts: ['T1', 'T2', 'T3'] }
    expect(await find(shop)).toMatchObject(expected)
    expect(await findConnectionByName(database, 'Shop')).toMatchObject(expected)
  })

  it('gives none where there is none, by id or by a name that only resembles it', async () => {
    await add()
    expect(await findConnection(database, randomUUID())).toBeNull()
    for (const name of ['shop', 'Shop ', 'Sho', '']) {
      expect(await findConnectionByName(database, name)).toBeNull()
    }
  })

  it('gives a connection without accounts as one that has none', async () => {
    const shop = aConnection()
    await database.run((db) => db.insert(connections).values(shop))
    await addOther()
    expect(await find(shop)).toMatchObject({ name: 'Shop', accounts: [] })
  })

  it('lists all by name, each with its own accounts', async () => {
    await add({ name: 'Beta', accountId: 'T2' })
    await add({ name: 'Gamma', accountId: 'T3', accounts: ['T3', 'T33'] })
    await add({ name: 'Alpha', accountId: 'T4' })
    const listed = await listConnections(database)
    expect(listed.map(({ name, accounts }) => [name, accounts])).toEqual([
      ['Alpha', ['T4']],
      ['Beta', ['T2']],
      ['Gamma', ['T3', 'T33']],
    ])
  })
})

describe('finding the accounts that are connected', () => {
  it('gives those of the requested that are, in their order, with their connections', async () => {
    const shop = await add({ accounts: ['T3', 'T1', 'T2'] })
    const other = await addOther()
    expect(await findHeldAccounts(database, 'dintero', ['T9', 'T3', 'T1', 'T8'])).toEqual([
      { account: 'T1', connectionId: shop.id, connectionName: 'Shop' },
      { account: 'T3', connectionId: shop.id, connectionName: 'Shop' },
      { account: 'T9', connectionId: other.id, connectionName: 'Other shop' },
    ])
  })

  it('does not take the same account at another provider for one of them', async () => {
    await addOther({ provider: 'oppwa', accountId: 'T1' })
    expect(await findHeldAccounts(database, 'dintero', ['T1'])).toEqual([])
  })
})

describe('making a connection', () => {
  it('keeps it as it was given, not tested yet', async () => {
    const shop = await add({ isTest: false, accounts: ['T1', 'T2'] })
    expect(await find(shop)).toMatchObject({ ...shop, checkedAt: null, checkProblem: null })
  })

  it('takes an account that another provider has under the same name, too', async () => {
    const shop = await add()
    const other = await addOther({ provider: 'oppwa', accountId: 'T1' })
    expect(await find(shop)).toMatchObject({ accounts: ['T1'] })
    expect(await find(other)).toMatchObject({ accounts: ['T1'] })
  })

  it.each([
    ['its name is another connection’s', { name: 'Other shop' }],
    ['its account is another connection’s', { accountId: 'T9' }],
    ['one of its accounts is another connection’s', { accounts: ['T1', 'T9'] }],
  ])('writes nothing where %s', async (_, change) => {
    await addOther()
    const before = await listConnections(database)
    expect(await upsertConnection(database, aConnection(change))).toBe(false)
    expect(await listConnections(database)).toEqual(before)
    expect(await findHeldAccounts(database, 'dintero', ['T1'])).toEqual([])
  })

  it('fails, and is not taken for a repeated one, where the table refuses it', async () => {
    await expect(upsertConnection(database, aConnection({ accounts: [''] }))).rejects.toMatchObject(
      { constraint_name: 'connection_accounts_named' },
    )
    expect(await listConnections(database)).toEqual([])
  })
})

describe('giving a connection another secret', () => {
  const NEW = { baseUrl: 'https://new.example.com', isTest: false, secretCiphertext: 'new' }

  it('changes its address and secret; its name, account and sync stay', async () => {
    const shop = await add()
    await set(shop, { createdAt: secondsAgo(HOUR_S), polledUntil: secondsAgo(60) })
    const before = await find(shop)
    expect(await upsertConnection(database, { ...shop, ...NEW, name: 'Renamed' })).toBe(true)
    const after = await find(shop)
    expect(after).toEqual({ ...before, ...NEW, updatedAt: after?.updatedAt })
  })

  it('makes the result of its last test count no longer', async () => {
    const shop = await add()
    await set(shop, { checkedAt: secondsAgo(60), checkProblem: 'credentials_refused' })
    await add({ ...shop, ...NEW })
    expect(await find(shop)).toMatchObject({ checkedAt: null, checkProblem: null })
  })

  it('dates the change by the clock of the database', async () => {
    const shop = await add()
    await set(shop, { updatedAt: secondsAgo(HOUR_S) })
    await add({ ...shop, ...NEW })
    const updatedMs = Number((await find(shop))?.updatedAt)
    expect(Math.abs(updatedMs - Date.now())).toBeLessThan(10_000)
  })

  it('dates the change later than the one before, whatever the clock says', async () => {
    const shop = await add()
    const ahead = secondsAgo(-HOUR_S)
    await set(shop, { updatedAt: ahead })
    await add({ ...shop, ...NEW })
    expect((await find(shop))?.updatedAt).toEqual(new Date(ahead.getTime() + 1))
  })

  it('adds an account that it reads from now on', async () => {
    const shop = await add()
    await addOther()
    await add({ ...shop, accounts: ['T1', 'T2'] })
    await add({ ...shop, accounts: ['T1', 'T2'] })
    expect(await find(shop)).toMatchObject({ accounts: ['T1', 'T2'] })
  })

  it.each([
    ['its account is another than before', { accountId: 'T2', accounts: ['T1', 'T2'] }],
    ['its provider is another than before', { provider: 'oppwa' as const }],
    ['one of its accounts is missing', { accounts: ['T1'] }],
    ['one of its accounts is another connection’s', { accounts: ['T1', 'T2', 'T9'] }],
  ])('writes nothing where %s', async (_, change) => {
    const shop = await add({ accounts: ['T1', 'T2'] })
    await set(shop, { checkedAt: secondsAgo(60) })
    await addOther()
    const before = await listConnections(database)
    expect(await upsertConnection(database, { ...shop, ...NEW, ...change })).toBe(false)
    expect(await listConnections(database)).toEqual(before)
  })

  it('leaves other connections as they are', async () => {
    const shop = await add()
    const other = await addOther()
    const before = await find(other)
    await add({ ...shop, ...NEW })
    expect(await find(other)).toEqual(before)
  })
})
