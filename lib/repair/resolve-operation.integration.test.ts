import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { changeBehindWalls } from '@/testing/behind-walls'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { checkNow } from './check-now'

const WINDOW_MS = LIMITS.providers.dintero.settleWindowMs

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('staff')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.database.run((db) => db.execute(statement))
}

function newPayment(): Promise<TransactionView> {
  const { control } = merchant.sandbox
  return merchant.newPayment((reference) =>
    control.createTransaction({ reference, amount: 50_000 }),
  )
}

/** A capture without a response, before or after the provider acted. */
async function loseCapture(when: 'before' | 'after'): Promise<TransactionView> {
  const payment = await newPayment()
  await merchant.sandbox.control.addFault({
    match: { operation: 'capture' },
    action: { type: 'drop', when },
  })
  await capture(payment)
  return payment
}

/** Captures everything; there must be no response. */
async function capture({
  id: transactionId,
  currency,
  totals,
  moneyRevision: expectedRevision,
}: TransactionView): Promise<void> {
  const choice = { mode: 'all', amountMinor: totals.authorizedMinor } as const
  const operationId = randomUUID()
  const input = { operationId, transactionId, currency, expectedRevision, choice, label: null }
  const result = await capturePayment(contextOf(merchant.database, anna), input)
  expect(result).toMatchObject({ value: { state: 'unknown' } })
}

async function stateOf(payment: TransactionView): Promise<string | undefined> {
  return (await merchant.reload(payment)).operations[0]?.state
}

async function repairTwice(sentAgoMs: number): Promise<void> {
  await repairNow(merchant.database, { sentAgoMs })
  await repairNow(merchant.database)
}

describe('the settle window', () => {
  it('counts from when the sender wrote down that its send was over', async () => {
    const payment = await loseCapture('before')
    await repairTwice(WINDOW_MS - 20_000)
    expect(await stateOf(payment)).toBe('unknown')
    await repairTwice(20_000)
    expect(await stateOf(payment)).toBe('not_sent')
  })

  it('counts from the deadline of the send when its sender never said that it was over', async () => {
    const payment = await loseCapture('before')
    await changeBehindWalls(
      merchant.database,
      `update attempts set finished_at = null
        from operations where operations.id = operation_id and transaction_id = '${payment.id}'`,
    )
    await repairTwice(WINDOW_MS + LIMITS.operation.sendDeadlineMs - 20_000)
    expect(await stateOf(payment)).toBe('unknown')
    await repairTwice(20_000)
    expect(await stateOf(payment)).toBe('not_sent')
  })

  it('is waited for, rather than the next time of the schedule', async () => {
    const payment = await loseCapture('before')
    await run(sql`update operations set checks = 4 where transaction_id = ${payment.id}`)
    await repairNow(merchant.database, { sentAgoMs: WINDOW_MS - 20_000 })
    const [row] = await run(sql`select next_check_at < now() + interval '21 seconds' as soon
      from operations where transaction_id = ${payment.id}`)
    expect(row).toEqual({ soon: true })
  })
})

describe('a read that shows less than the one before', () => {
  it('does not undo that the provider has accepted the operation', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: [
        { type: 'accepted', closeAs: 'never' },
        { type: 'drop', when: 'after' },
      ],
    })
    await capture(payment)
    await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
    expect(await merchant.reload(payment)).toMatchObject({
      openOperation: { state: 'pending' },
      operations: [{ state: 'pending', lastCheckFound: { code: 'still_working' } }],
    })
  })

  it('ends the row of reads without the operation', async () => {
    const payment = await loseCapture('before')
    await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
    await merchant.sandbox.control.addFault({
      match: { operation: 'read', transactionId: payment.providerTransactionId },
      action: { type: 'status', status: 503 },
    })
    await repairTwice(0)
    expect(await stateOf(payment)).toBe('unknown')
    await run(sql`update transactions set event_count = event_count + 1 where id = ${payment.id}`)
    await repairTwice(0)
    expect(await stateOf(payment)).toBe('unknown')
    await run(sql`update transactions set event_count = event_count - 1 where id = ${payment.id}`)
    await repairTwice(0)
    expect(await stateOf(payment)).toBe('not_sent')
  })
})

it('a read that fails is repeated soon and not counted; one that fails again follows the schedule', async () => {
  const payment = await loseCapture('before')
  await run(sql`update operations set checks = 3 where transaction_id = ${payment.id}`)
  const planAfterFailure = async () => {
    await merchant.sandbox.control.addFault({
      match: { operation: 'read', transactionId: payment.providerTransactionId },
      action: { type: 'status', status: 503 },
    })
    await repairNow(merchant.database, { sentAgoMs: WINDOW_MS })
    const [row] = await run(sql`select checks, absent_reads as "absentReads",
      round(extract(epoch from next_check_at - last_checked_at))::int as "afterSeconds"
      from operations where transaction_id = ${payment.id}`)
    return row
  }
  expect(await planAfterFailure()).toEqual({ checks: 3, absentReads: 0, afterSeconds: 30 })
  expect(await planAfterFailure()).toEqual({ checks: 4, absentReads: 0, afterSeconds: 3_600 })
  await repairNow(merchant.database)
  expect(await planAfterFailure()).toEqual({ checks: 5, absentReads: 0, afterSeconds: 30 })
})

describe('checks that people request', () => {
  it('use up nothing of the schedule and prove no absence, however many', async () => {
    const payment = await loseCapture('before')
    await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
    const plan = sql`select checks, absent_reads, next_check_at, last_checked_at
      from operations where transaction_id = ${payment.id}`
    const [before] = await run(plan)
    const operationId = (await merchant.reload(payment)).operations[0]?.id ?? ''
    for (let round = 0; round < 15; round += 1) {
      // As if the last check had been long enough ago for another one.
      await run(sql`update operations set last_checked_at = last_checked_at - interval '1 hour'
        where transaction_id = ${payment.id}`)
      expect(
        await checkNow({ database: merchant.database, actor: { scope: 'all' } }, { operationId }),
      ).toMatchObject({
        value: {
          operation: { state: 'unknown', lastCheckFound: { code: 'no_trace_so_far' } },
          waitMs: null,
        },
      })
    }
    const [after] = await run(plan)
    expect({ ...after, last_checked_at: null }).toEqual({ ...before, last_checked_at: null })
    expect(after?.last_checked_at).not.toEqual(before?.last_checked_at)
  })
})

describe('a connection that cannot be used', () => {
  it('is reported to the person who checks, and brings the operation to people in the end', async () => {
    const payment = await loseCapture('after')
    const operationId = (await merchant.reload(payment)).operations[0]?.id ?? ''
    const set = (baseUrl: string) =>
      run(sql`update connections set base_url = ${baseUrl}, updated_at = clock_timestamp()
        where id = ${merchant.connection.id}`)
    await set('http://127.0.0.1:1/dintero/v1')
    expect(
      await checkNow({ database: merchant.database, actor: { scope: 'all' } }, { operationId }),
    ).toMatchObject({
      ok: false,
      error: { code: 'provider_not_asked' },
    })
    await repairNow(merchant.database)
    expect((await merchant.reload(payment)).operations[0]).toMatchObject({
      state: 'unknown',
      checks: 1,
      lastCheckFound: { code: 'not_readable', values: { problem: 'unusable' } },
    })
    await run(sql`update operations set checks = 1000 where id = ${operationId}`)
    await repairNow(merchant.database)
    await set(merchant.connection.baseUrl)
    expect(await stateOf(payment)).toBe('needs_review')
  })
})
