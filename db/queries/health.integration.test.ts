import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import journal from '@/db/migrations/meta/_journal.json' with { type: 'json' }
import { startEmptyDatabase, type EmptyDatabase } from '@/testing/empty-database'
import { addOperation } from '@/testing/operation-row'
import { startTestMerchant } from '@/testing/merchant'
import type { Database } from '../client'
import { findDatabaseState, findFigures, tryToWrite } from './health'

const MIGRATIONS = journal.entries.map(({ when }) => when)

let empty: EmptyDatabase

beforeAll(async () => {
  empty = await startEmptyDatabase()
})
afterAll(() => empty.stop())

it('findDatabaseState: counts those of the given migrations that the database has had', async () => {
  expect(await findDatabaseState(empty.database, MIGRATIONS)).toEqual({
    isReadOnly: false,
    applied: MIGRATIONS.length,
  })
  expect(await findDatabaseState(empty.database, [...MIGRATIONS, 1])).toMatchObject({
    applied: MIGRATIONS.length,
  })
})

it('tryToWrite: leaves nothing behind', async () => {
  for (const needsNewPages of [false, true]) await tryToWrite(empty.database, { needsNewPages })
  const rows = await empty.owner.run((db) => db.execute(sql`select * from sign_in_throttles`))
  expect(rows).toEqual([])
})

it('tryToWrite: rejects where the table takes no row', async () => {
  await empty.owner.run((db) =>
    db.execute(sql`revoke insert on sign_in_throttles from ${sql.raw(roleOf(empty.databaseUrl))}`),
  )
  await expect(tryToWrite(empty.database, { needsNewPages: false })).rejects.toThrow()
})

function roleOf(url: string): string {
  return `"${decodeURIComponent(new URL(url).username)}"`
}

it('findFigures: finds open work by indexes, however much is settled', async () => {
  const merchant = await startTestMerchant()
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
  const run = (text: string) => merchant.owner.run((db) => db.execute(sql.raw(text)))
  const settled = { state: 'succeeded', nextCheckAt: null } as const
  await addOperation(merchant.database, payment.id, settled)
  const columns = await run(`
    select string_agg(column_name, ', ') as names from information_schema.columns
    where table_name = 'operations' and column_name <> 'id'`)
  const names = String(columns[0]?.names)
  await run(`insert into operations (id, ${names})
    select gen_random_uuid(), ${names} from operations, generate_series(1, 30000)`)
  await run(`
    insert into webhook_deliveries
      (id, connection_id, delivery_id, digest, processed_at, result)
    select gen_random_uuid(), '${merchant.connection.id}', i, 'x', now(), 'read'
    from generate_series(1, 30000) as i`)
  await run('analyze operations')
  await run('analyze webhook_deliveries')
  const plan: string[] = []
  const explaining = {
    run: async (query: (db: unknown) => Promise<unknown>) =>
      query({
        execute: async (statement: ReturnType<typeof sql>) => {
          const rows = await merchant.owner.run((db) => db.execute(sql`explain ${statement}`))
          plan.push(...rows.map((row) => String(row['QUERY PLAN'])))
          return [{}]
        },
      }),
  } as unknown as Database
  await findFigures(explaining)
  expect(plan.filter((line) => /Seq Scan on (operations|webhook|scheduled)/.test(line))).toEqual([])
  expect(plan.join('\n')).toMatch(/Index.* operations_(due|one_open)/)
  await merchant.stop()
})
