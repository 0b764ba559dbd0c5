import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChains } from '@/lib/audit/verify-chains'
import { createDatabase, dropDatabase } from '@/scripts/databases'
import { Database } from './client'
import { migrate } from './migrate'

/** Each migration is tried on a database of version 0.2.0 that holds a payment. */

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const migrationsFolder = path.join(process.cwd(), 'db/migrations')
const CONNECTION = '01990000-0000-7000-8000-0000000000c1'

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
  await makeRelease()
})
afterEach(async () => {
  await sql.end()
  await dropDatabase(adminUrl, name)
})

/** The database as version 0.2.0 left it, with one payment of which 40,00 of 100,00 are captured. */
async function makeRelease(): Promise<void> {
  const [initial] = readMigrationFiles({ migrationsFolder })
  await sql.unsafe(readFileSync(path.join(migrationsFolder, '0000_initial.sql'), 'utf8'))
  await sql.unsafe(`
    create schema drizzle;
    create table drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint
    );
    insert into drizzle.__drizzle_migrations (hash, created_at)
    values ('${initial?.hash ?? ''}', ${initial?.folderMillis ?? 0});
    insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
    values ('${CONNECTION}', 'dintero', 'Shop', 'T1', 'http://127.0.0.1', true, 'x');
    insert into transactions (
      id, connection_id, provider_transaction_id, phase, status, provider_status, method, currency,
      amount_minor, authorized_minor, captured_minor, refunded_minor, released_minor, is_business,
      payment_details, provider_created_at, provider_updated_at, read_at, event_count
    ) values (
      gen_random_uuid(), '${CONNECTION}', 'T1.a', 'open', 'partially_captured', 'PARTIALLY_CAPTURED',
      'klarna.klarna', 'NOK', 10000, 10000, 4000, 0, 0, false, '[]', now(), now(), now(), 1
    )`)
}

describe('a database of version 0.2.0', () => {
  it('keeps its payment, whose figures do not contradict each other (A3)', async () => {
    const before = await sql`select id, money_revision, read_at from transactions`
    await migrate(url)
    expect(await sql`select id, money_revision, read_at from transactions`).toEqual(before)
    expect(await sql`select is_contradictory from transactions`).toMatchObject([
      { is_contradictory: false },
    ])
  })

  it('then takes contradicting figures only from who says so (A3)', async () => {
    await migrate(url)
    await expect(sql`update transactions set captured_minor = 10001`).rejects.toThrow(
      'transactions_capture_within_authorized',
    )
    await expect(
      sql`update transactions set is_contradictory = true where captured_minor = 4000`,
    ).rejects.toThrow('transactions_totals_flagged')
    await sql`update transactions set is_contradictory = true, captured_minor = 10001`
  })

  it('keeps its operations, of which no changes of the order are known (H6)', async () => {
    const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select id from transactions`
    await sql`
      insert into users (id, email, name, role, password_hash)
      values (${id}, 'anna@example.com', 'Anna', 'staff', 'x')`
    await sql`
      insert into operations (
        id, transaction_id, kind, state, amount_minor, currency, lines, new_items, reference,
        input_digest, actor_id, actor_name, actor_role, request_id, baseline_totals,
        baseline_event_count, settled_at
      ) values (
        ${id}, ${id}, 'update_authorization', 'succeeded', 10000, 'NOK', '[]', '[]', 'pd-1', 'x',
        ${id}, 'Anna', 'staff', ${id}, '{}', 0, now()
      )`
    const [before] = await sql`select * from operations`
    await migrate(url)
    const after = await sql`select * from operations`
    expect(Array.from(after)).toEqual([{ ...before, order_changes: null }])
  })

  it('keeps its audit trail, whose entries fit with those that know an address', async () => {
    const entry = {
      stream_id: CONNECTION,
      action: 'test',
      actor_name: 'A',
      actor_role: 'a',
      detail: '',
    }
    const add = (more: object) => sql`insert into audit_entries ${sql(Object.assign(more, entry))}`
    await add({})
    const [before] = await sql<{ hash: string }[]>`select hash from audit_entries`
    await migrate(url)
    await add({})
    await add({ address: '203.0.113.7' })
    const database = new Database(url, 1)
    const verified = await verifyChains(database)
    await database.close()
    expect(verified).toMatchObject({ entries: 3, firstBad: null })
    expect(await sql`select hash, address from audit_entries where sequence = 1`).toMatchObject([
      { hash: before?.hash, address: null },
    ])
  })

  it('then has one row for each payment that cannot be read (A2)', async () => {
    await migrate(url)
    const note = () => sql`
      insert into unread_payments (id, connection_id, reason, due_at)
      values (gen_random_uuid(), ${CONNECTION}, 'malformed', now())`
    await note()
    await expect(note()).rejects.toThrow('unread_payments_once')
  })
})
