import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import { capturePayment } from '@/lib/operations/capture-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'

let merchant: TestMerchant
let actor: Actor
const undo: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  merchant = await startTestMerchant()
  actor = await merchant.actor('staff')
})
afterAll(() => merchant.stop())
afterEach(async () => {
  vi.restoreAllMocks()
  for (const step of undo.splice(0).toReversed()) await step()
})

function run(statement: string, database = merchant.owner) {
  return database.run((db) => db.execute(sql.raw(statement)))
}

/** The same database as the application sees it: connections of its own, made now. */
function asApplication(url = merchant.databaseUrl): Database {
  const database = new Database(url, 1)
  undo.push(() => database.close())
  return database
}

async function readOnly(): Promise<Database> {
  const name = new URL(merchant.databaseUrl).pathname.slice(1)
  await run(`alter database ${name} set default_transaction_read_only = on`)
  undo.push(() => run(`alter database ${name} reset default_transaction_read_only`))
  return asApplication()
}

async function diskFull(): Promise<Database> {
  await run(`create function disk_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
  await run(`create trigger disk_full before insert on operations
    execute function disk_full()`)
  undo.push(() => run('drop function disk_full cascade'))
  return asApplication()
}

async function withoutGrant(): Promise<Database> {
  const role = `app_${randomUUID().replaceAll('-', '')}`
  await run(`create role ${role} login password 'app'`)
  await run(`grant select, insert, update, delete on all tables in schema public to ${role}`)
  await run(`revoke insert on audit_entries from ${role}`)
  undo.push(() => run(`drop role ${role}`))
  undo.push(() => run(`drop owned by ${role}`))
  const url = new URL(merchant.databaseUrl)
  url.username = role
  url.password = 'app'
  return asApplication(url.href)
}

async function payment(): Promise<TransactionView> {
  return merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference }),
  )
}

function inputFor({
  id,
  currency,
  moneyRevision,
  amountMinor,
}: TransactionView): OperationInputs['capture'] {
  const choice = { mode: 'all', amountMinor } as const
  const operationId = randomUUID()
  return {
    operationId,
    transactionId: id,
    currency,
    expectedRevision: moneyRevision,
    choice,
    label: null,
  }
}

function capture(database: Database, input: OperationInputs['capture']) {
  return capturePayment(contextOf(database, actor), input)
}

it.each([
  ['a read-only database', '25006', readOnly],
  ['a full disk', '53100', diskFull],
  ['a missing right', '42501', withoutGrant],
])(
  'capture: %s is reported as a problem of ours, and nothing is sent (H8)',
  async (_, code, arrange) => {
    const before = await payment()
    const errors = vi.spyOn(log(), 'error')
    const database = await arrange()
    expect(await capture(database, inputFor(before))).toEqual({
      ok: false,
      error: { code: 'database_refused' },
    })
    expect(errors).toHaveBeenCalledWith(
      expect.objectContaining({ error: expect.objectContaining({ code }) }),
      'the database refused an intent',
    )
    const after = await merchant.reload(before)
    expect(after).toMatchObject({
      operations: [],
      moneyRevision: before.moneyRevision,
      openOperation: null,
    })
    const { status } = await merchant.sandbox.control.transaction(before.providerTransactionId)
    expect(status).toBe('AUTHORIZED')
  },
)

it('capture: the same id again after the database works starts it', async () => {
  const before = await payment()
  const input = inputFor(before)
  expect(await capture(await readOnly(), input)).toMatchObject({
    error: { code: 'database_refused' },
  })
  expect(await capture(merchant.database, input)).toMatchObject({ value: { state: 'succeeded' } })
})

it('capture: a connection that breaks while the intent is written claims nothing', async () => {
  const before = await payment()
  await run(`create function break_off() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return new; end $$`)
  await run(`create trigger break_off before insert on operations for each row
    execute function break_off()`)
  undo.push(() => run('drop function break_off cascade'))
  await expect(capture(asApplication(), inputFor(before))).rejects.toThrow()
  expect((await merchant.reload(before)).operations).toEqual([])
})
