import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { capturePayment } from '@/lib/operations/capture-payment'
import { LIMITS } from '@/lib/config/limits'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { JOBS, noteRound } from '@/lib/observability/job-rounds'
import { beginStopping } from '@/lib/observability/stopping'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { createReadiness } from './is-ready'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())
beforeEach(() => JOBS.forEach(noteRound))

/** What fails, asked through connections that are opened now: settings of a database count from then. */
async function failing(): Promise<readonly string[]> {
  const database = new Database(merchant.databaseUrl, 1)
  const found = await createReadiness(() => database)()
  await database.close()
  return found
}

const newPayment = () =>
  merchant.newPayment((reference) => merchant.sandbox.control.createTransaction({ reference }))

async function captureAll(database: Database, payment: TransactionView) {
  return capturePayment(contextOf(database, await merchant.actor('staff')), {
    operationId: randomUUID(),
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision: payment.moneyRevision,
    choice: { mode: 'all', amountMinor: payment.totals.authorizedMinor },
    label: null,
  })
}

const asOwner = (text: string) => merchant.owner.run((db) => db.execute(sql.raw(text)))

it('ready: nothing fails on a database that is in order', async () => {
  expect(await failing()).toEqual([])
})

it('ready: a database that is read-only fails as not writable', async () => {
  const name = new URL(merchant.databaseUrl).pathname.slice(1)
  await asOwner(`alter database "${name}" set default_transaction_read_only = on`)
  try {
    expect(await failing()).toEqual(['writable'])
  } finally {
    await asOwner(`alter database "${name}" reset default_transaction_read_only`)
  }
})

it('ready: in a read-only database nothing is started, no provider is asked, and people are told', async () => {
  const payment = await newPayment()
  const name = new URL(merchant.databaseUrl).pathname.slice(1)
  const since = (await merchant.sandbox.control.calls()).length
  await asOwner(`alter database "${name}" set default_transaction_read_only = on`)
  const database = new Database(merchant.databaseUrl)
  try {
    expect(await captureAll(database, payment)).toMatchObject({
      ok: false,
      error: { code: 'database_refused' },
    })
    expect((await merchant.reload(payment)).openOperation).toBeNull()
    const calls = (await merchant.sandbox.control.calls()).slice(since)
    expect(calls.filter(({ operation }) => operation === 'capture')).toEqual([])
  } finally {
    await asOwner(`alter database "${name}" reset default_transaction_read_only`)
    await database.close()
  }
  expect(await captureAll(merchant.database, payment)).toMatchObject({ ok: true })
})

it('ready: a database that lacks a migration of this build fails by its schema', async () => {
  await asOwner(`
    update drizzle.__drizzle_migrations set created_at = -created_at
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`)
  try {
    expect(await failing()).toEqual(['schema'])
  } finally {
    await asOwner(
      'update drizzle.__drizzle_migrations set created_at = -created_at where created_at < 0',
    )
  }
})

it('ready: a database that was never migrated fails by its schema', async () => {
  await asOwner('alter schema drizzle rename to elsewhere')
  try {
    expect(await failing()).toEqual(['schema'])
  } finally {
    await asOwner('alter schema elsewhere rename to drizzle')
  }
})

it('ready: a key that opens no secret fails; one damaged secret does not', async () => {
  await asOwner(`create table kept as select id, secret_ciphertext from connections`)
  try {
    await asOwner(`update connections set secret_ciphertext = 'damaged'
      where id = (select id from connections limit 1)`)
    expect(await failing()).toEqual([])
    await asOwner(`update connections set secret_ciphertext = 'damaged'`)
    expect(await failing()).toEqual(['key'])
  } finally {
    await asOwner(`update connections set secret_ciphertext = kept.secret_ciphertext
      from kept where kept.id = connections.id`)
  }
})

it('ready: a job that was silent for too long fails', async () => {
  const shared = globalThis as typeof globalThis & { paydeskJobRounds?: Map<string, number> }
  const { jobSilentMs } = LIMITS.health
  shared.paydeskJobRounds?.set('tallies', performance.now() - jobSilentMs - 1)
  expect(await failing()).toEqual(['jobs'])
})

it('ready: a write that met a full disk fails the checks for a while', async () => {
  const payment = await newPayment()
  await asOwner(`
    create function disk_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
  await asOwner(`create trigger disk_full before insert on operations for each row
    execute function disk_full()`)
  const isReady = createReadiness(() => merchant.database)
  const captured = await captureAll(merchant.database, payment)
  expect(captured).toMatchObject({ ok: false, error: { code: 'database_refused' } })
  expect(await isReady()).toEqual(['writable'])
  await asOwner('drop function disk_full() cascade')
})

it('ready: a disk that was full is full until it takes more than what fits into a page', async () => {
  await asOwner(`
    create function no_new_pages() returns trigger language plpgsql as $$
    begin
      if (select count(*) from added) > 1 then
        raise exception 'could not extend file' using errcode = '53100';
      end if;
      return null;
    end $$`)
  await asOwner(`create trigger no_new_pages after insert on sign_in_throttles
    referencing new table as added for each statement execute function no_new_pages()`)
  const database = new Database(merchant.databaseUrl, 1)
  const isReady = () => createReadiness(() => database)()
  const nowMs = performance.now.bind(performance)
  const pass = (ms: number) => vi.spyOn(performance, 'now').mockImplementation(() => nowMs() + ms)
  try {
    expect(await isReady()).toEqual([])
    const refused = database.run((db) =>
      db.execute(sql`
        insert into sign_in_throttles (key, failures, window_started_at)
        values ('a', 0, now()), ('b', 0, now())`),
    )
    await expect(refused).rejects.toMatchObject({ code: '53100' })
    expect(await isReady()).toEqual(['writable'])
    const { diskFullMs } = LIMITS.health
    pass(diskFullMs + 1_000)
    expect(await isReady()).toEqual(['writable'])
    await asOwner('drop function no_new_pages() cascade')
    expect(await isReady()).toEqual(['writable'])
    pass(2 * diskFullMs + 2_000)
    expect(await isReady()).toEqual([])
    expect(database.sinceDiskFullMs).toBe(Infinity)
  } finally {
    vi.restoreAllMocks()
    await asOwner('drop function if exists no_new_pages() cascade')
    await database.close()
  }
})

it('ready: a database that does not answer fails within its bound', async () => {
  const mute = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const address = mute.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const database = new Database(`postgres://127.0.0.1:${port}/none`)
  const isReady = createReadiness(() => database)
  const startedMs = performance.now()
  expect(await Promise.all([isReady(), isReady(), isReady()])).toEqual(Array(3).fill(['database']))
  expect(performance.now() - startedMs).toBeLessThan(LIMITS.health.databaseAnswerMs + 1_000)
  // However many ask, one connection waits.
  expect(database.use.busy).toBe(1)
  mute.close()
})

it('ready: an instance that stops fails by that alone, and asks the database nothing', async () => {
  // The last test: there is no way back.
  beginStopping()
  const neverAsked = () => {
    throw new Error('the database was asked')
  }
  expect(await createReadiness(neverAsked)()).toEqual(['stopping'])
})
