import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase, dropDatabase } from '@/scripts/databases'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import * as audit from './schema/audit'
import * as batches from './schema/batches'
import * as connections from './schema/connections'
import * as extensionRules from './schema/extension-rules'
import * as keptRests from './schema/kept-rests'
import * as notes from './schema/notes'
import * as notices from './schema/notices'
import * as operations from './schema/operations'
import * as organizationSettings from './schema/organization-settings'
import * as passkeys from './schema/passkeys'
import * as paymentTags from './schema/payment-tags'
import * as people from './schema/people'
import * as savedViews from './schema/saved-views'
import * as scheduledReads from './schema/scheduled-reads'
import * as secondFactors from './schema/second-factors'
import * as tallies from './schema/transaction-tallies'
import * as transactions from './schema/transactions'
import * as unreadPayments from './schema/unread-payments'
import * as webhooks from './schema/webhooks'

/** The migrations are written by hand where that reads better: they must make what db/schema says. */

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
let migrated: TestDatabase
let byMigrations: postgres.Sql
let bySchema: postgres.Sql

beforeAll(async () => {
  migrated = await createTestDatabase()
  byMigrations = postgres(migrated.url, { max: 1 })
  await createDatabase(adminUrl, name)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  bySchema = postgres(url.href, { max: 1 })
  await bySchema`create extension pg_trgm`
  await bySchema.unsafe(await searchKeyFunction())
  for (const statement of await statementsOfSchema()) await bySchema.unsafe(statement)
})
afterAll(async () => {
  await Promise.all([byMigrations.end(), bySchema.end()])
  await Promise.all([migrated.drop(), dropDatabase(adminUrl, name)])
})

/** Functions are no part of a schema in code; columns and indexes that use one need it first. */
async function searchKeyFunction(): Promise<string> {
  const migration = await readFile('db/migrations/0002_search_text.sql', 'utf8')
  return /CREATE FUNCTION search_key[^;]*;/.exec(migration)?.[0] ?? ''
}

function statementsOfSchema(): Promise<string[]> {
  const tables = {
    ...audit,
    ...batches,
    ...connections,
    ...extensionRules,
    ...keptRests,
    ...notes,
    ...notices,
    ...operations,
    ...organizationSettings,
    ...passkeys,
    ...paymentTags,
    ...people,
    ...savedViews,
    ...scheduledReads,
    ...secondFactors,
    ...tallies,
    ...transactions,
    ...unreadPayments,
    ...webhooks,
  }
  const schema = generateDrizzleJson(tables, undefined, ['public'], 'snake_case')
  return generateMigration(generateDrizzleJson({}), schema)
}

it.each([
  [
    'columns',
    `select attrelid::regclass::text as table, attname, format_type(atttypid, atttypmod) as type,
      attnotnull, attidentity, attgenerated, pg_get_expr(adbin, adrelid) as value
    from pg_attribute
      join pg_class on pg_class.oid = attrelid
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
      and not attisdropped`,
  ],
  [
    'constraints',
    `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace`,
  ],
  ['indexes', `select indexdef from pg_indexes where schemaname = 'public'`],
])('the migrations make the %s of db/schema', async (_, query) => {
  const ordered = `select to_jsonb(found) as found from (${query}) as found order by found::text`
  const made = await byMigrations.unsafe(ordered)
  expect(made.length).toBeGreaterThan(20)
  expect(Array.from(made)).toEqual(Array.from(await bySchema.unsafe(ordered)))
})

it('the migrations leave room on the pages of payments, so that a reservation touches no index', async () => {
  const options = byMigrations`select reloptions from pg_class where oid = 'transactions'::regclass`
  expect(Array.from(await options)).toEqual([{ reloptions: ['fillfactor=85'] }])
})
