import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Database, type Db } from '@/db/client'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { verifyChains } from './verify-chains'

let testDatabase: TestDatabase
let database: Database
let owner: Database
const stream = '11111111-1111-4111-8111-111111111111'
/** Comes before all others. */
const FIRST = '00000000-0000-4000-8000-000000000001'

beforeEach(async () => {
  testDatabase = await createTestDatabase()
  database = new Database(testDatabase.url)
  owner = new Database(testDatabase.ownerUrl)
  for (let entry = 0; entry < 3; entry += 1) await append(stream)
  await append(randomUUID())
})
afterEach(async () => {
  await Promise.all([database.close(), owner.close()])
  await testDatabase.drop()
})

function execute(statement: SQL) {
  return owner.run((db) => db.execute(statement))
}

function append(streamId: string) {
  const entry = sql`
    insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
    values (${streamId}, 'test.entry', 'Anna “Ø” Lie', 'staff', '{"amountMinor": 100, "a": null}')`
  return database.run((db) => db.execute(entry))
}

/** A database in which others append to `streams`, one after each statement of ours. */
class BusyDatabase extends Database {
  constructor(
    url: string,
    private readonly streams: string[],
  ) {
    super(url)
  }

  override async run<T>(query: (db: Db) => PromiseLike<T>): Promise<T> {
    const result = await super.run(query)
    const next = this.streams.shift()
    if (next !== undefined) await append(next)
    return result
  }
}

/**
 * Changes the audit trail as an attacker with the owner's rights could, with the triggers switched
 * off.
 */
async function tamper(statement: SQL): Promise<void> {
  await execute(sql`alter table audit_entries disable trigger user`)
  await execute(statement)
  await execute(sql`alter table audit_entries enable trigger user`)
}

describe('the audit trail', () => {
  it('verifies, entry by entry, outside the database', async () => {
    expect(await verifyChains(database)).toMatchObject({ streams: 2, entries: 4, firstBad: null })
  })

  it('numbers and stamps entries itself, whatever the statement brings', async () => {
    await execute(sql`
      insert into audit_entries (stream_id, sequence, at, action, actor_name, actor_role, detail, previous_hash)
      values (${stream}, 99, '2001-01-01', 'x', 'x', 'x', '{}', 'x')`)
    expect(await verifyChains(database)).toMatchObject({ entries: 5, firstBad: null })
  })

  it.each([
    ['update', sql`update audit_entries set reason = 'other'`],
    ['delete', sql`delete from audit_entries`],
    ['truncate', sql`truncate audit_entries`],
  ])('refuses %s', async (_, statement) => {
    await expect(execute(statement)).rejects.toThrow()
  })

  it('refuses what a restore of the data alone brings', async () => {
    const restored = sql`
      insert into audit_entries (stream_id, action, actor_name, actor_role, detail, hash)
      values (${stream}, 'x', 'x', 'x', '{}', 'x')`
    await expect(execute(restored)).rejects.toThrow('would rewrite the audit trail')
  })

  it('keeps its order under twenty writers at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append(stream)))
    expect(await verifyChains(database)).toMatchObject({ entries: 24, firstBad: null })
  })

  it.each([
    ['at the end of a chain', [stream, stream, stream, stream]],
    ['to chains that begin', [randomUUID(), FIRST, randomUUID(), FIRST]],
  ])('fits while people work: entries that come meanwhile %s', async (_, streams) => {
    const busy = new BusyDatabase(testDatabase.url, [...streams])
    onTestFinished(() => busy.close())
    expect((await verifyChains(busy)).firstBad).toBeNull()
    expect(await verifyChains(database)).toMatchObject({ entries: 8, firstBad: null })
  })

  it('finds entries that no head leads to', async () => {
    await tamper(sql`delete from audit_heads where stream_id = ${stream}`)
    expect((await verifyChains(database)).firstBad).toMatchObject({ streamId: stream, sequence: 3 })
  })

  it.each([
    ['a changed entry', sql`update audit_entries set actor_name = 'Nobody' where sequence = 2`, 2],
    ['a removed entry', sql`delete from audit_entries where sequence = 2`, 3],
    [
      'entries in another order',
      sql`update audit_entries set sequence = 15 - sequence where stream_id = ${stream} and sequence in (2, 3)`,
      12,
    ],
    ['a chain cut off at the end', sql`delete from audit_entries where sequence = 3`, 2],
    ['a removed chain', sql`delete from audit_entries where stream_id = ${stream}`, 0],
  ])('names the first bad row of %s', async (_, statement, sequence) => {
    await tamper(statement)
    const { firstBad } = await verifyChains(database)
    expect(firstBad).toMatchObject({ streamId: stream, sequence })
  })

  it('finds a chain cut off together with its head by the heads exported before', async () => {
    const { heads } = await verifyChains(database)
    await tamper(sql`delete from audit_entries where stream_id = ${stream} and sequence = 3`)
    await execute(sql`
      update audit_heads set sequence = 2, hash = (
        select hash from audit_entries where stream_id = ${stream} and sequence = 2
      ) where stream_id = ${stream}`)
    expect((await verifyChains(database)).firstBad).toBeNull()
    expect((await verifyChains(database, heads)).firstBad).toMatchObject({ streamId: stream })
  })
})
