import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { seedGeneratedTransactions } from '@/db/seed/generated-transactions'
import { dueBounds } from '@/lib/domain/listing/due'
import { VIEWS } from '@/lib/domain/listing/list-view'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findTallyDifferences, foldTallyChanges, rebuildTallies } from './transaction-tallies'
import { countViews } from './view-counts'

let payments: ListedPayments
let admin: postgres.Sql

beforeAll(async () => {
  payments = await startListedPayments()
  admin = postgres(payments.ownerUrl, { max: 4, onnotice: () => undefined })
  await seedGeneratedTransactions({
    databaseUrl: payments.ownerUrl,
    count: 1_500,
    onProgress: () => undefined,
  })
})
afterAll(async () => {
  await admin.end({ timeout: 1 })
  await payments.stop()
})

/** Changes some payments in every way that counts, as many statements at once. */
async function changeAtRandom(): Promise<void> {
  const some = admin`select id from transactions order by random() limit 15`
  await Promise.all([
    admin`update transactions set status = 'captured', captured_minor = authorized_minor
      where id in (${some}) and status = 'authorized' and open_operation_id is null`,
    admin`update transactions set status = 'refunded', refunded_minor = captured_minor
      where id in (${some}) and status = 'captured'`,
    admin`update transactions set capture_by = now() + random() * interval '9 days'
      where id in (${some})`,
    admin`update transactions set customer_name = 'Somebody Else' where id in (${some})`,
    admin`update transactions set capture_by = now() - interval '200 days' where id in (
      select id from transactions where status = 'authorized' order by random() limit 3)`,
    admin`delete from transactions where open_operation_id is null and id in (${some})
      and not exists (select 1 from operations where transaction_id = transactions.id)`,
    payments.add({ currency: 'EUR' }),
    foldTallyChanges(payments.database),
    foldTallyChanges(payments.database),
  ]).catch((error: unknown) => {
    // Two of these may meet at the same rows in another order; then one of them did nothing.
    if (!(error instanceof postgres.PostgresError) || error.code !== '40P01') throw error
  })
}

/** The pages of a view, counted. */
async function countPages(view: (typeof VIEWS)[number], now: Date): Promise<number> {
  let count = 0
  let cursor: string | null = null
  do {
    const page = await listTransactions(payments.database, { scope: 'all', view, now, cursor })
    count += page.rows.length
    cursor = page.next
  } while (cursor !== null)
  return count
}

async function expectExact(): Promise<void> {
  expect(await findTallyDifferences(payments.database)).toEqual([])
  const now = new Date()
  const counts = await countViews(payments.database, 'all', dueBounds(now, 'UTC'))
  for (const view of VIEWS) {
    const { count, isCapped } = counts[view]
    expect([
      view,
      isCapped ? Math.min(count, await countPages(view, now)) : await countPages(view, now),
    ]).toEqual([view, count])
  }
}

it('view counts: equal the rows that the views show, after any changes, folded or not', async () => {
  await expectExact()
  for (let round = 0; round < 15; round += 1) await changeAtRandom()
  await expectExact()
  await foldTallyChanges(payments.database)
  await expectExact()
})

it('view counts: sum the held, captured and refunded amounts by currency', async () => {
  const counts = await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))
  const [row] = await admin<{ held: string; refunded: string }[]>`
    select
      sum(authorized_minor - captured_minor - released_minor)
        filter (where status in ('authorized', 'partially_captured', 'partially_captured_refunded'))
        as held,
      sum(refunded_minor) as refunded
    from transactions where currency = 'NOK'`
  const nok = (view: 'to-capture' | 'refunded') =>
    counts[view].sums.find(({ currency }) => currency === 'NOK')?.amountMinor
  expect(nok('to-capture')).toBe(Number(row?.held))
  expect(nok('refunded')).toBe(Number(row?.refunded))
})

it('view counts: a payment of nothing is neither listed nor counted as to capture (B6)', async () => {
  const before = await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))
  const totals = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 }
  await payments.add({ amountMinor: 0, totals })
  const after = await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))
  expect(after.all.count).toBe(before.all.count + 1)
  expect(after['to-capture'].count).toBe(before['to-capture'].count)
  await expectExact()
})

it('view counts: what expires has not passed, and what ends today is by the reader’s day', async () => {
  const now = new Date('2099-12-01T22:30:00Z')
  const hours = [-1, 0, 0.4, 0.5, 9, 10, 24 * 40]
  for (const hour of hours) {
    const at = new Date(now.getTime() + hour * 3_600_000)
    await payments.add({ captureDeadline: { at, source: 'provider' }, currency: 'ISK' })
  }
  const expiring = async (zone: string) =>
    (await countViews(payments.database, 'all', dueBounds(now, zone))).expiring
  const oslo = await expiring('Europe/Oslo')
  expect(oslo).toMatchObject({ count: 6, endToday: 2 })
  expect(oslo.sums).toEqual([{ currency: 'ISK', amountMinor: 6 * 100_00 }])
  expect(await expiring('America/Los_Angeles')).toMatchObject({ count: 6, endToday: 4 })
  const { all } = await countViews(payments.database, 'all', dueBounds(now, 'Europe/Oslo'))
  expect(all.endToday).toBe(0)
})

/** The server processes that are in the middle of a long statement. */
async function sleepers(): Promise<readonly number[]> {
  const rows = await admin<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`
  return rows.map(({ pid }) => pid)
}

it('view counts: follow only committed changes when a connection dies in the middle', async () => {
  const doomed = postgres(payments.databaseUrl, { max: 1, onnotice: () => undefined })
  const cut = doomed`
    with changed as (
      update transactions set status = 'voided', released_minor = authorized_minor
      where status = 'authorized' and open_operation_id is null
      returning 1
    )
    select pg_sleep(60), count(*) from changed`.catch((error: unknown) => error)
  await expect.poll(sleepers).toHaveLength(1)
  for (const pid of await sleepers()) await admin`select pg_terminate_backend(${pid})`
  expect(await cut).toBeInstanceOf(Error)
  await doomed.end({ timeout: 1 })
  await expectExact()
})

it('view counts: a wrong count is found and rebuilt', async () => {
  await foldTallyChanges(payments.database)
  await admin`update transaction_tallies set count = count + 1
    where (connection_id, status, currency, capture_day) in (
      select connection_id, status, currency, capture_day from transaction_tallies
      where count > 0 limit 1)`
  expect(await findTallyDifferences(payments.database)).toHaveLength(2)
  await rebuildTallies(payments.database)
  await expectExact()
})

it('view counts: no change that is committed during a rebuild is lost', async () => {
  await Promise.all([
    rebuildTallies(payments.database),
    ...Array.from({ length: 20 }, () => payments.add({ currency: 'DKK' })),
    foldTallyChanges(payments.database),
    rebuildTallies(payments.database),
  ])
  await expectExact()
})

it('view counts: start anew when all payments are removed at once', async () => {
  // Notes are append-only; only their owner can lift that.
  for (const statement of [
    sql`alter table notes disable trigger notes_no_truncate`,
    sql`truncate transactions cascade`,
    sql`alter table notes enable trigger notes_no_truncate`,
  ]) {
    await payments.owner.run((db) => db.execute(statement))
  }
  await expectExact()
  expect((await countViews(payments.database, 'all', dueBounds(new Date(), 'UTC'))).all.count).toBe(
    0,
  )
})
