import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { connections } from '@/db/schema/connections'
import { LIMITS } from '@/lib/config/limits'
import type { CheckSource, ConnectionFault } from '@/lib/domain/provider/connection-fault'
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { secondsAgo } from '@/testing/operation-row'
import { claimSilentConnection, claimTest, recordConnectionCheck } from './connection-checks'
import { findConnection, upsertConnection } from './connections'

const { notedAgainMs, unansweredMs, testAfterMs, testFailingAfterMs, testAgainMs } =
  LIMITS.connection

let empty: EmptyDatabase
let database: Database
let shop: string
let other: string

beforeAll(async () => {
  empty = await startEmptyDatabase()
  database = empty.database
})
afterAll(() => empty.stop())
beforeEach(async () => {
  await empty.owner.run((db) => db.delete(connections))
  shop = await add('Shop')
  other = await add('Other shop')
})

async function add(name: string): Promise<string> {
  const id = randomUUID()
  const account = { accountId: name, accounts: [name], baseUrl: 'https://api.example.com' }
  const sealed = { isTest: true, secretCiphertext: 'sealed' }
  await upsertConnection(database, { id, provider: 'dintero', name, ...account, ...sealed })
  return id
}

const set = (id: string, change: Partial<typeof connections.$inferInsert>) =>
  empty.owner.run((db) => db.update(connections).set(change).where(eq(connections.id, id)))

async function find(id: string) {
  const found = await findConnection(database, id)
  if (found === null) throw new Error('there is no such connection')
  return found
}

async function note(source: CheckSource, fault: ConnectionFault | null): Promise<void> {
  const check = { source, fault, detail: fault === null ? null : `words for ${fault}` }
  await recordConnectionCheck(database, await find(shop), check)
}

const longerThan = (ms: number) => secondsAgo(ms / 1000 + 5)
const shorterThan = (ms: number) => secondsAgo(ms / 1000 - 5)

describe('the last check of a connection', () => {
  it('is kept at the time of the database, with since when it does not work', async () => {
    await set(shop, { checkedAt: secondsAgo(3), checkProblem: null })
    const before = await find(shop)
    await note('list', 'credentials_refused')
    const after = await find(shop)
    expect(after).toEqual({
      ...before,
      checkedAt: after.checkedAt,
      checkProblem: 'credentials_refused',
      checkDetail: 'words for credentials_refused',
      checkSource: 'list',
      failingSince: after.checkedAt,
    })
    expect(Math.abs(Number(after.checkedAt) - Date.now())).toBeLessThan(10_000)
    expect((await find(other)).checkedAt).toBeNull()
  })

  it('has not worked since the first of several faults, until it works', async () => {
    const failingSince = secondsAgo(900)
    await set(shop, { checkProblem: 'unavailable', checkSource: 'read', failingSince })
    await note('list', 'credentials_refused')
    expect((await find(shop)).failingSince).toEqual(failingSince)
    await note('read', null)
    expect(await find(shop)).toMatchObject({
      checkProblem: null,
      checkDetail: null,
      failingSince: null,
    })
    await set(shop, { failingSince })
    await note('list', 'credentials_refused')
    expect((await find(shop)).failingSince).not.toEqual(failingSince)
  })

  it.each<[string, ConnectionFault | null]>([
    ['that it works', null],
    ['the same fault', 'right_missing'],
  ])('is written again after a while only where it says %s', async (_, fault) => {
    await set(shop, { checkProblem: fault, failingSince: fault && secondsAgo(900) })
    const [recent, old] = [shorterThan(notedAgainMs), longerThan(notedAgainMs)]
    await set(shop, { checkedAt: recent })
    await note('read', fault)
    expect((await find(shop)).checkedAt).toEqual(recent)
    await set(shop, { checkedAt: old })
    await note('read', fault)
    expect((await find(shop)).checkedAt).not.toEqual(old)
  })
})

describe('the last check of a connection, among others', () => {
  it('counts no missing response while it has worked a moment ago, but for that of a test', async () => {
    await set(shop, { checkedAt: shorterThan(unansweredMs) })
    await note('read', 'unavailable')
    expect((await find(shop)).checkProblem).toBeNull()
    await note('test', 'unavailable')
    expect((await find(shop)).checkProblem).toBe('unavailable')
    await set(shop, { checkedAt: longerThan(unansweredMs), checkProblem: null })
    await note('read', 'unavailable')
    expect((await find(shop)).checkProblem).toBe('unavailable')
  })

  it('keeps a refusal while the provider does not respond', async () => {
    const checkedAt = longerThan(unansweredMs)
    await set(shop, { checkedAt, checkProblem: 'credentials_refused' })
    await note('read', 'unavailable')
    expect(await find(shop)).toMatchObject({ checkedAt, checkProblem: 'credentials_refused' })
  })

  it('keeps a right that one use lacks until that use or a test works', async () => {
    const lacking = { checkProblem: 'right_missing', checkSource: 'list' } as const
    await set(shop, lacking)
    await note('read', null)
    expect((await find(shop)).checkProblem).toBe('right_missing')
    await note('list', null)
    expect((await find(shop)).checkProblem).toBeNull()
    await set(shop, lacking)
    await note('test', null)
    expect((await find(shop)).checkProblem).toBeNull()
  })

  it('is not that of a secret before, nor of a connection that is closed', async () => {
    const before = await find(shop)
    await set(shop, { updatedAt: secondsAgo(60) })
    const check = { source: 'list', fault: 'credentials_refused', detail: null } as const
    await recordConnectionCheck(database, before, check)
    expect((await find(shop)).checkProblem).toBeNull()
    await set(shop, { disabledAt: new Date(), closedAt: new Date(), secretCiphertext: '' })
    await note('test', 'credentials_refused')
    expect((await find(shop)).checkProblem).toBeNull()
  })
})

describe('the test of a connection that a person asks for', () => {
  it('may be done once in a while, by one of several at the same moment', async () => {
    const claims = await Promise.all(Array.from({ length: 4 }, () => claimTest(database, shop)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await claimTest(database, other)).toBe(true)
    await set(shop, { testedAt: shorterThan(testAgainMs) })
    expect(await claimTest(database, shop)).toBe(false)
    await set(shop, { testedAt: longerThan(testAgainMs) })
    expect(await claimTest(database, shop)).toBe(true)
  })

  it('is not done of one that is closed', async () => {
    await set(shop, { disabledAt: new Date(), closedAt: new Date(), secretCiphertext: '' })
    expect(await claimTest(database, shop)).toBe(false)
  })
})

describe('a connection of which nothing is heard', () => {
  const old = longerThan(testAfterMs)
  const silent = { createdAt: old, checkedAt: old } as const

  it('is tested after a while, the one that was silent longest first, and once', async () => {
    expect(await claimSilentConnection(database)).toBeNull()
    await set(shop, silent)
    await set(other, { createdAt: secondsAgo(86_400), checkedAt: null })
    expect(await claimSilentConnection(database)).toBe(other)
    expect(await claimSilentConnection(database)).toBe(shop)
    expect(await claimSilentConnection(database)).toBeNull()
  })

  it('is tested sooner while the last thing heard was a fault', async () => {
    const checkedAt = longerThan(testFailingAfterMs)
    await set(shop, { createdAt: old, checkedAt })
    expect(await claimSilentConnection(database)).toBeNull()
    await set(shop, { checkProblem: 'credentials_refused' })
    expect(await claimSilentConnection(database)).toBe(shop)
  })

  it('is not tested while it is disabled', async () => {
    await set(shop, { ...silent, disabledAt: new Date() })
    expect(await claimSilentConnection(database)).toBeNull()
  })
})
