import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase, dropDatabase } from '@/scripts/databases'
import { makeOlder } from '@/testing/older-database'
import { migrate, OlderDatabaseError, refuseOlderDatabase } from './migrate'

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const SOON_MS = 300

let name: string
let url: string
let sql: postgres.Sql

beforeEach(async () => {
  name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(adminUrl, name)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  url = address.href
  sql = postgres(url, { max: 1, onnotice: () => undefined })
})
afterEach(async () => {
  await sql.end()
  await dropDatabase(adminUrl, name)
})

async function hasTables(): Promise<boolean> {
  const [row] = await sql<{ has: boolean }[]>`
    select to_regclass('transactions') is not null as has`
  return row?.has ?? false
}

async function lasts(work: () => Promise<unknown>): Promise<number> {
  const beganMs = performance.now()
  await work()
  return performance.now() - beganMs
}

describe('migrating', () => {
  it('makes the tables of an empty database, and changes nothing after that', async () => {
    await migrate(url)
    expect(await hasTables()).toBe(true)
    const applied = await sql`select * from drizzle.__drizzle_migrations`
    await migrate(url)
    expect(await sql`select * from drizzle.__drizzle_migrations`).toEqual(applied)
  })

  it('runs once when two begin at the same time', async () => {
    await Promise.all([migrate(url), migrate(url)])
    const applied = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
    const hashes = applied.map(({ hash }) => hash)
    expect(hashes.length).toBeGreaterThan(0)
    expect(hashes).toEqual([...new Set(hashes)])
  })

  it('waits for another migration, but not for ever, and says so', async () => {
    await sql`select pg_advisory_lock(7239113)`
    const took = await lasts(() =>
      expect(migrate(url, SOON_MS)).rejects.toThrow(
        'Another migration of this database did not end within 0.3 s. Nothing was changed.',
      ),
    )
    expect(took).toBeGreaterThanOrEqual(SOON_MS)
    expect(await hasTables()).toBe(false)
    const waiting = migrate(url)
    await sql`select pg_advisory_unlock(7239113)`
    await waiting
    expect(await hasTables()).toBe(true)
  })

  it('waits for a table that something else uses, but not for ever, and says so', async () => {
    const open = postgres(url, { max: 1 })
    await open`begin`
    await open`create table users (id int)`
    const took = await lasts(() =>
      expect(migrate(url, SOON_MS)).rejects.toThrow(
        /waited 0\.3 s for a table that something else uses\. Nothing was changed\. .*npm run migrate/,
      ),
    )
    await open`rollback`
    await open.end()
    expect(took).toBeGreaterThanOrEqual(SOON_MS)
    expect(await hasTables()).toBe(false)
    await migrate(url)
  })

  it('refuses a server older than PostgreSQL 15, and names its version', async () => {
    // The server itself says another version to those who ask for it without a schema.
    await sql.unsafe(`
      create schema older;
      create function older.current_setting(name text) returns text language sql as
        $$ select case name when 'server_version_num' then '140019' else '14.19' end $$;
      alter database ${name} set search_path = older, pg_catalog, public`)
    await expect(migrate(url)).rejects.toThrow(
      'Paydesk needs PostgreSQL 15 or newer; the server of DATABASE_URL is 14.19.',
    )
    expect(await hasTables()).toBe(false)
  })
})

describe('a database that is not in UTF8', () => {
  it('is refused in words, and left as it is', async () => {
    await sql.end()
    await dropDatabase(adminUrl, name)
    const admin = postgres(adminUrl, { max: 1 })
    await admin.unsafe(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`)
    await admin.end()
    sql = postgres(url, { max: 1, onnotice: () => undefined })
    await expect(migrate(url)).rejects.toThrow(
      'Paydesk needs a database in UTF8; that of DATABASE_URL is in SQL_ASCII.',
    )
    expect(await hasTables()).toBe(false)
  })
})

describe('a database that an older version made', () => {
  beforeEach(() => makeOlder(url))

  it('is refused in words, and left as it is', async () => {
    const refused = migrate(url)
    await expect(refused).rejects.toThrow(OlderDatabaseError)
    await expect(refused).rejects.toThrow(/before 0\.2\.0, which cannot be migrated/)
    expect(await hasTables()).toBe(false)
    expect(await sql`select * from drizzle.__drizzle_migrations`).toHaveLength(1)
  })

  it('is refused before the application starts', async () => {
    await expect(refuseOlderDatabase(url)).rejects.toThrow(OlderDatabaseError)
  })
})

describe('the start of the application', () => {
  it('refuses an empty database, and one without the newest migration, in one sentence', async () => {
    const sentence = /^The database is empty or of an older version of Paydesk .* npm run migrate/
    await expect(refuseOlderDatabase(url)).rejects.toThrow(sentence)
    await migrate(url)
    await sql`
      delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`
    await expect(refuseOlderDatabase(url)).rejects.toThrow(sentence)
  })

  it('goes on with a database that is migrated, newer, or cannot be reached', async () => {
    await migrate(url)
    await refuseOlderDatabase(url)
    await sql`
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`
    await refuseOlderDatabase(url)
    await refuseOlderDatabase('postgres://paydesk:secret@127.0.0.1:1/paydesk')
  })
})
