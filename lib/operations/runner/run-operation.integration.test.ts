import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { Database } from '@/db/client'
import { listDeadSends } from '@/db/queries/operations/list-dead-sends'
import { loadClient } from '@/lib/connections/connection-client'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { voidPayment } from '@/lib/operations/void-payment'
import type { OperationCommand, ProviderClient } from '@/lib/providers/port'
import { contextOf } from '@/testing/context-of'
import { FragileDatabase } from '@/testing/fragile-database'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { operationIntent } from '@/testing/operation-intent'
import { addOperation, findOperationRow, findReservation } from '@/testing/operation-row'
import { findRepeatResult, runOperation, type RunOperation } from './run-operation'

let merchant: TestMerchant
let database: FragileDatabase
let commands: OperationCommand[]

beforeAll(async () => {
  merchant = await startTestMerchant()
  database = new FragileDatabase(merchant.databaseUrl)
})
afterAll(async () => {
  await database.close()
  await merchant.stop()
})
beforeEach(async () => {
  commands = []
  await merchant.sandbox.control.clearFaults()
})

/** The real client; its commands are recorded. */
async function watchedClient(): Promise<ProviderClient> {
  const client = await loadClient(merchant.database, merchant.connection.id)
  return {
    features: client.features,
    listTransactions: client.listTransactions,
    checkConnection: () => client.checkConnection(),
    readTransaction: (locator) => client.readTransaction(locator),
    send: (command) => {
      commands.push(command)
      return client.send(command)
    },
  }
}

function newPayment(): Promise<TransactionView> {
  return merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference, amount: 10_000 }),
  )
}

/** A capture of 30,00 of a payment, up to the point where it is run. */
async function aCapture(
  payment: TransactionView,
  change: Partial<RunOperation> = {},
): Promise<RunOperation> {
  const { request, ...intent } = await operationIntent(merchant.database, payment.id)
  return {
    ...intent,
    database,
    client: await watchedClient(),
    connectionId: merchant.connection.id,
    request,
    label: null,
    payment,
    ...change,
  }
}

async function capturedMinor(payment: TransactionView): Promise<number> {
  const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
  return truth.events
    .filter(({ event, success }) => event === 'CAPTURE' && success)
    .reduce((sum, { amount = 0 }) => sum + amount, 0)
}

const done = { ok: true, value: { state: 'succeeded' } }

describe('a send', () => {
  it('may begin only while it can still end within the send’s deadline', async () => {
    const begun = performance.now()
    expect(await runOperation(await aCapture(await newPayment()))).toMatchObject(done)
    const { sendDeadlineMs } = LIMITS.operation
    const latestEndMs = (commands[0]?.sendBeforeMs() ?? 0) + LIMITS.provider.writeTimeoutMs
    expect(latestEndMs).toBeGreaterThanOrEqual(begun + sendDeadlineMs)
    expect(latestEndMs).toBeLessThanOrEqual(performance.now() + sendDeadlineMs)
  })

  it('carries id and reference of its operation, behind the merchant’s own', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment, { label: 'SHIP-7' })
    await runOperation(run)
    const { operationId } = run.request
    const own = `pd-${operationId.replaceAll('-', '')}`
    expect(own).toHaveLength(35)
    expect(commands).toMatchObject([{ operationId, kind: 'capture', reference: `SHIP-7 ${own}` }])
    expect((await findOperationRow(database, operationId)).reference).toBe(`SHIP-7 ${own}`)
  })

  it('sends no first byte once the connection of its lock has ended (H10)', async () => {
    const payment = await newPayment()
    const client = await watchedClient()
    const suspended: ProviderClient = {
      ...client,
      send: async (command) => {
        await merchant.database.run((db) =>
          db.execute(sql`select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and database =
              (select oid from pg_database where datname = current_database())`),
        )
        await expect.poll(() => command.sendBeforeMs(), { timeout: 10_000 }).toBe(-Infinity)
        return client.send(command)
      },
    }
    const result = await runOperation(await aCapture(payment, { client: suspended }))
    expect(result).toMatchObject({ value: { state: 'not_sent', message: { code: 'too_late' } } })
    expect(await capturedMinor(payment)).toBe(0)
  })

  it('holds its lock until its outcome is written, so that it never counts as dead (H10)', async () => {
    const payment = await newPayment()
    const states: unknown[] = []
    class Watching extends FragileDatabase {
      override async run<T>(query: Parameters<Database['run']>[0]): Promise<T> {
        states.push(...(await listDeadSends(merchant.database, { limit: 10 })))
        return (await super.run(query)) as T
      }
    }
    const watching = new Watching(merchant.databaseUrl)
    await runOperation(await aCapture(payment, { database: watching }))
    await watching.close()
    expect(states).toEqual([])
  })

  it('gives its lock back, whatever came of it', async () => {
    await runOperation(await aCapture(await newPayment()))
    await runOperation(await aCapture(await newPayment(), { expectedRevision: 'other' }))
    const transactionId = randomUUID()
    const input = { operationId: randomUUID(), transactionId, currency: 'NOK', reason: '' }
    const context = contextOf(database, await merchant.actor('staff'))
    await voidPayment(context, { ...input, expectedRevision: '', amountMinor: 1 })
    const { database: plain } = merchant
    await expect
      .poll(() =>
        plain.run((db) =>
          db.execute(sql`
        select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
        where locktype = 'advisory' and datname = current_database()`),
        ),
      )
      .toEqual([])
  })
})

describe('a lock that cannot be had', () => {
  it('starts nothing, and writes nothing', async () => {
    const payment = await newPayment()
    const lock = Promise.reject(new Error('the lock of a send is taken'))
    lock.catch(() => undefined)
    const sender = { attemptId: randomUUID(), lock, dismiss: () => undefined }
    const run = await aCapture(payment)
    await expect(runOperation(run, sender)).rejects.toThrow('the lock of a send is taken')
    expect(commands).toEqual([])
    expect((await merchant.reload(payment)).operations).toEqual([])
  })
})

describe('a broken connection to the database', () => {
  it('before the intent: starts nothing, and claims nothing', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment)
    database.foretell('never_arrives')
    await expect(runOperation(run)).rejects.toThrow('the connection was lost')
    expect(commands).toEqual([])
    expect((await findReservation(database, payment.id)).openOperationId).toBeNull()
  })

  it('after intent and attempt: sends once, for they are ours', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment)
    database.foretell('answer_lost')
    expect(await runOperation(run)).toMatchObject(done)
    expect(commands).toHaveLength(1)
    expect(await capturedMinor(payment)).toBe(3_000)
  })

  it('at the intent, while another request holds the id: sends nothing', async () => {
    const [payment, other] = [await newPayment(), await newPayment()]
    const run = await aCapture(payment)
    const { operationId: id } = run.request
    await addOperation(database, other.id, { id, inputDigest: 'of another request' })
    database.foretell('never_arrives')
    expect(await runOperation(run)).toMatchObject({
      ok: false,
      error: { code: 'operation_id_reused' },
    })
    expect(commands).toEqual([])
    expect(await capturedMinor(payment)).toBe(0)
  })

  it('at the intent, while the same request is under way elsewhere: leaves it to that', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment)
    const { operationId: id } = run.request
    await addOperation(database, payment.id, { id, inputDigest: run.inputDigest, state: 'sending' })
    database.foretell('never_arrives')
    expect(await runOperation(run)).toMatchObject({ ok: true, value: { id, state: 'sending' } })
    expect(commands).toEqual([])
  })

  it('before the outcome: it is written all the same', async () => {
    const payment = await newPayment()
    database.foretell('sound', 'never_arrives')
    expect(await runOperation(await aCapture(payment))).toMatchObject(done)
    expect((await merchant.reload(payment)).operations).toMatchObject([{ state: 'succeeded' }])
  })
})

describe('a refusal that cannot be compared with a read', () => {
  it('is kept, and the payment is read soon', async () => {
    const payment = await newPayment()
    const { control } = merchant.sandbox
    const refused = { type: 'status', status: 400 } as const
    await control.addFault({ match: { operation: 'capture' }, action: refused })
    const down = { type: 'status', status: 503 } as const
    await control.addFault({ match: { operation: 'read' }, action: down })
    const result = await runOperation(await aCapture(payment))
    expect(result).toMatchObject({ ok: true, value: { state: 'refused' } })
    const due = await merchant.database.run((db) =>
      db.execute(sql`select 1 from scheduled_reads
        where transaction_id = ${payment.id} and due_at <= now()`),
    )
    expect(due).toHaveLength(1)
  })
})

describe('an intent that the guard refuses', () => {
  const codeOf = async (run: RunOperation) => {
    const result = await runOperation(run)
    expect(commands).toEqual([])
    return result.ok ? result.value.state : result.error.code
  }

  it('is explained by the operation that is open, and whose it is', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment)
    await addOperation(database, payment.id, { amountMinor: 1_000, createdAt: new Date() })
    const result = await runOperation(run)
    expect(result).toMatchObject({
      error: {
        code: 'operation_open',
        values: { actor: run.actor.name, kind: 'capture', amountMinor: 1_000, currency: 'NOK' },
      },
    })
    const isOpen = !result.ok && result.error.code === 'operation_open'
    const ageMs = isOpen ? result.error.values.ageMs : null
    expect(ageMs).toBeLessThan(10_000)
    expect(commands).toEqual([])
  })

  it('is a page that is out of date', async () => {
    expect(await codeOf(await aCapture(await newPayment(), { expectedRevision: 'other' }))).toBe(
      'stale_page',
    )
  })

  it('was requested too long ago', async () => {
    const requestedAt = new Date(
      Date.now() - LIMITS.operation.startDeadlineMs - 1_000,
    ).toISOString()
    expect(await codeOf(await aCapture(await newPayment(), { requestedAt }))).toBe(
      'nothing_started',
    )
  })

  it('repeats an operation: the same answer again, and nothing more is sent', async () => {
    const payment = await newPayment()
    const run = await aCapture(payment)
    await runOperation(run)
    commands = []
    expect(await codeOf(run)).toBe('succeeded')
    expect(await codeOf({ ...run, inputDigest: 'other' })).toBe('operation_id_reused')
    expect(await capturedMinor(payment)).toBe(3_000)
  })
})

it('a result by operation id: none for an id that was never used', async () => {
  expect(await findRepeatResult(database, randomUUID(), 'digest')).toBeNull()
})
