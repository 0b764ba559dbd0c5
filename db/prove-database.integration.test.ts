import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { Database } from './client'
import { proveDatabase, UnfitDatabaseError } from './prove-database'

let testDatabase: TestDatabase
let owner: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  owner = new Database(testDatabase.ownerUrl, 2)
})
afterAll(async () => {
  await owner.close()
  await testDatabase.drop()
})

async function countRows(): Promise<unknown> {
  return owner.run((db) =>
    db.execute(sql`
      select (select count(*) from audit_entries)::int as entries,
        (select count(*) from audit_heads)::int as heads,
        (select count(*) from connections)::int as connections,
        (select count(*) from webhook_deliveries)::int as deliveries,
        (select count(*) from sign_in_throttles)::int as throttles`),
  )
}

it('proof of the database: PostgreSQL is fit, as the application’s role and as the owner, and nothing is left', async () => {
  const before = await countRows()
  await proveDatabase(testDatabase.url)
  await proveDatabase(testDatabase.ownerUrl)
  expect(await countRows()).toEqual(before)
})

it('proof of the database: a trigger that is missing or switched off is named', async () => {
  await owner.run((db) => db.execute(sql`alter table notes disable trigger notes_append_only`))
  await expect(proveDatabase(testDatabase.url)).rejects.toThrow(
    /Paydesk does not start on this database: .*Missing, switched off or emptied: notes_append_only\.$/,
  )
  await owner.run((db) => db.execute(sql`alter table notes enable trigger notes_append_only`))
})

/** Puts another body into a function for a while; returns what brings the old one back. */
async function replaceBody(name: string, body: string): Promise<() => Promise<unknown>> {
  const run = (text: string) => owner.run((db) => db.execute(sql.raw(text)))
  const [before] = await run(`select pg_get_functiondef('${name}'::regproc) as text`)
  await run(`create or replace function ${name}() returns trigger language plpgsql as $$
    begin ${body} return coalesce(new, old); end $$`)
  return () => run(String(before?.text))
}

it('proof of the database: a trigger that was emptied of its body is named', async () => {
  const putBack = await replaceBody('notes_refuse_change', '')
  await expect(proveDatabase(testDatabase.url)).rejects.toThrow(
    /emptied: notes_append_only, notes_no_truncate\.$/,
  )
  await putBack()
  await proveDatabase(testDatabase.url)
})

it('proof of the database: a trigger that does not refuse is found by a statement that it must refuse', async () => {
  const never = `if false then raise exception 'append-only'; end if;`
  const putBack = await replaceBody('webhook_delivery_refuse_change', never)
  const before = await countRows()
  for (const url of [testDatabase.url, testDatabase.ownerUrl]) {
    const refused = proveDatabase(url)
    await expect(refused).rejects.toBeInstanceOf(UnfitDatabaseError)
    await expect(refused).rejects.toThrow(/it does not run the triggers/)
  }
  expect(await countRows()).toEqual(before)
  await putBack()
  await proveDatabase(testDatabase.url)
})

/** Names of a schema that stand before PostgreSQL's own and the tables for a while. */
async function proveBefore(statements: readonly string[]): Promise<unknown> {
  const name = new URL(testDatabase.ownerUrl).pathname.slice(1)
  const admin = postgres(testDatabase.ownerUrl, { max: 1 })
  await admin.unsafe(`create schema odd; ${statements.join(';')}`)
  await admin.unsafe(`alter database "${name}" set search_path = odd, pg_catalog, public`)
  const result = await proveDatabase(testDatabase.ownerUrl).catch((error: unknown) => error)
  await admin.unsafe(`alter database "${name}" reset search_path; set search_path = public;
    drop schema odd cascade`)
  await admin.end()
  return result
}

it.each([
  ['that another session takes as well', 'select true', 'pg_try_advisory_lock'],
  ['that cannot be released, because it did not last', 'select false', 'pg_advisory_unlock'],
])('proof of the database: a lock of a session %s is refused', async (_, body, name) => {
  const refused = await proveBefore([
    `create function odd.${name}(bigint) returns boolean language sql as '${body}'`,
  ])
  expect(refused).toBeInstanceOf(UnfitDatabaseError)
  expect(String(refused)).toMatch(/a lock of one session \(pg_advisory_lock\) does not keep/)
})

it('proof of the database: a locked row that is not skipped is refused', async () => {
  const before = await countRows()
  const refused = await proveBefore([
    // What a function returns is read without a lock.
    `create function odd.unlocked() returns setof public.sign_in_throttles language plpgsql as
      'begin return query select * from public.sign_in_throttles; end'`,
    'create view odd.sign_in_throttles as select * from odd.unlocked()',
    `create function odd.pass_on() returns trigger language plpgsql as 'begin
      if tg_op = ''INSERT'' then
        insert into public.sign_in_throttles (key, failures, window_started_at)
        values (new.key, new.failures, new.window_started_at);
        return new;
      end if;
      delete from public.sign_in_throttles where key = old.key;
      return old;
    end'`,
    `create trigger pass_on instead of insert or delete on odd.sign_in_throttles
      for each row execute function odd.pass_on()`,
  ])
  expect(refused).toBeInstanceOf(UnfitDatabaseError)
  expect(String(refused)).toMatch(/is not skipped \(SKIP LOCKED\)/)
  expect(await countRows()).toEqual(before)
})

it('proof of the database: a session in which no triggers run is refused', async () => {
  const url = new URL(testDatabase.ownerUrl)
  const admin = postgres(testDatabase.ownerUrl, { max: 1 })
  const name = url.pathname.slice(1)
  await admin.unsafe(`alter database "${name}" set session_replication_role = replica`)
  await expect(proveDatabase(testDatabase.ownerUrl)).rejects.toThrow(UnfitDatabaseError)
  await admin.unsafe(`alter database "${name}" reset session_replication_role`)
  await admin.end()
})

it('proof of the database: one that cannot be asked is no unfit one', async () => {
  const url = new URL(testDatabase.url)
  url.port = '1'
  const refused = proveDatabase(url.href)
  await expect(refused).rejects.toThrow()
  await expect(refused).rejects.not.toBeInstanceOf(UnfitDatabaseError)
})
