import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchKey } from '@/lib/domain/listing/search-key'
import { createDatabase, dropDatabase } from '@/scripts/databases'

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
let sql: postgres.Sql

beforeAll(async () => {
  await createDatabase(adminUrl, name)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  sql = postgres(address.href, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql.end()
  await dropDatabase(adminUrl, name)
})

async function applyMigration(tag: string): Promise<void> {
  await sql.unsafe(await readFile(`db/migrations/${tag}.sql`, 'utf8'))
}

const CHARACTERS =
  "aÅéß Ø9-–\u2011−'’´`\u00a0\u202f\u200b\u200e\u00ad\ufeff\u2060\ufe0f\u3000\tＡ－１＇ﬁ½…e\u0301\u0001\u0085"

describe('the migration of the search text', () => {
  it('reads stored payments anew, and keeps them', async () => {
    await applyMigration('0000_initial')
    await applyMigration('0001_unread_payments')
    const [connection, payment] = [randomUUID(), randomUUID()]
    await sql.unsafe(`
      set session_replication_role = replica;
      insert into transactions (
        id, connection_id, provider_transaction_id, phase, status, provider_status, method, currency,
        amount_minor, authorized_minor, captured_minor, refunded_minor, released_minor,
        order_reference, customer_name, customer_phone, is_business, payment_details,
        provider_created_at, provider_updated_at, read_at, event_count
      ) values (
        '${payment}', '${connection}', 'T1', 'open', 'authorized', 'A', 'card', 'NOK', 1, 1, 0, 0, 0,
        E'FF\\u20111', 'Kari  Lie', '+47 (0)40 00 01 00', false,
        '[{"label":"Card","value":"Visa 9999"},{"label":"Number","value":"4111 11** **** 4242"}]',
        now(), now(), now(), 0
      );
      set session_replication_role = origin`)
    await applyMigration('0002_search_text')
    const rows = await sql`select id, search_text as text from transactions`
    const text = ' ff-1 kari lie +47 (0)40 00 01 00 t1 zp4740000100zp zq4242qz '
    expect(rows).toEqual([{ id: payment, text }])
  })

  it('makes the same key as the application, whatever the text is (C3)', async () => {
    const unit = fc.constantFrom(...CHARACTERS)
    const texts = fc.sample(
      fc.oneof(fc.string({ unit, maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 8 })),
      4_000,
    )
    const storable = texts
      .map((text) => text.replaceAll('\0', ''))
      // Letters beyond Latin may have no capital in the database's rules.
      .filter((text) => /^[\p{Script=Latin}\P{L}]*$/u.test(text))
    expect(storable.length).toBeGreaterThan(2_000)
    const rows = await sql<{ key: string }[]>`
      select search_key(value) as key
      from jsonb_array_elements_text(${sql.json(storable)}) with ordinality order by ordinality`
    expect(rows.map(({ key }) => key)).toEqual(storable.map(searchKey))
  })
})
