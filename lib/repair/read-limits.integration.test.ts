import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Database } from '@/db/client'
import { loadClient } from '@/lib/connections/connection-client'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { repairOnce } from '@/lib/jobs/repair-loop'
import { capturePayment } from '@/lib/operations/capture-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findOperationRow } from '@/testing/operation-row'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { checkNow } from './check-now'

let merchant: TestMerchant
let oppwa: OppwaMerchant
let other: Database

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant, { queriesPerMinute: 2 })
  await merchant.sandbox.control.call('PUT', 'oppwa/settings', { queriesPerMinute: 2 })
  other = new Database(merchant.databaseUrl)
})
afterAll(async () => {
  await other.close()
  await merchant.stop()
})
beforeEach(async () => {
  await merchant.sandbox.control.clearFaults()
  await merchant.sandbox.control.clearCalls()
})

const run = (statement: ReturnType<typeof sql>) => merchant.owner.run((db) => db.execute(statement))

/** As if a minute had passed, for both sides. */
async function letMinutePass(): Promise<void> {
  await run(sql`truncate counted_reads`)
  await merchant.sandbox.control.call('PUT', 'oppwa/settings', { queriesPerMinute: null })
}

async function loseCapture(payment: TransactionView): Promise<string> {
  const operationId = randomUUID()
  const { id: transactionId, currency, moneyRevision: expectedRevision, totals } = payment
  const choice = { mode: 'amount', amountMinor: totals.authorizedMinor } as const
  const input = { operationId, transactionId, currency, expectedRevision, choice, label: null }
  const context = contextOf(merchant.database, await merchant.actor('admin'))
  const result = await capturePayment(context, input)
  expect(result).toMatchObject({ value: { state: 'unknown' } })
  return operationId
}

async function queriesOf(payment: TransactionView): Promise<number> {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter(({ path }) => path.includes(`/v3/query/${payment.providerTransactionId}`))
    .length
}

/** A payment that nothing has read since it was imported, which takes reads of its own. */
async function newPayment(): Promise<TransactionView> {
  // The import would wait for the reads of the test before.
  await letMinutePass()
  const payment = await oppwa.newPayment()
  await letMinutePass()
  await merchant.sandbox.control.call('PUT', 'oppwa/settings', { queriesPerMinute: 2 })
  return payment
}

it('read limits: two instances together keep within two reads a minute, and are told the wait (E3)', async () => {
  const payment = await newPayment()
  await merchant.sandbox.control.clearCalls()
  const locator = { providerTransactionId: payment.providerTransactionId, orderReference: null }
  const reads = []
  for (const database of [merchant.database, other, merchant.database, other]) {
    const client = await loadClient(database, oppwa.connection.id)
    reads.push(await client.readTransaction(locator))
  }
  expect(reads.map(({ ok }) => ok)).toEqual([true, true, false, false])
  for (const read of reads.slice(2)) {
    expect(read).toMatchObject({ problem: 'unavailable', waitMs: expect.any(Number) })
  }
  expect(await queriesOf(payment)).toBe(2)
})

it('read limits: the jobs and the actions of one process share one client (E3)', async () => {
  const { id } = oppwa.connection
  const here = await loadClient(merchant.database, id)
  vi.resetModules()
  const bundledApart = await import('@/lib/connections/connection-client')
  expect(bundledApart.loadClient).not.toBe(loadClient)
  expect(await bundledApart.loadClient(merchant.database, id)).toBe(here)
})

it('read limits: our own is a wait: no check is wasted, no absence reset, no schedule moved (E2)', async () => {
  const payment = await newPayment()
  await merchant.sandbox.control.addFault({
    match: { provider: 'oppwa', operation: 'capture' },
    action: { type: 'drop', when: 'before' },
  })
  const operationId = await loseCapture(payment)
  await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
  const before = await findOperationRow(merchant.database, operationId)
  expect(before).toMatchObject({ state: 'unknown', checks: 1, absentReads: 1 })

  // The read before the send and this check were the two of this minute.
  await repairNow(merchant.database)
  const { nextCheckAt, ...waiting } = await findOperationRow(merchant.database, operationId)
  const { lastCheckedAt, lastCheckFound } = before
  expect(waiting).toMatchObject({ checks: 1, absentReads: 1, lastCheckedAt, lastCheckFound })
  expect(waiting.leasedUntil).toBeNull()
  expect(Number(nextCheckAt) - Date.now()).toBeGreaterThan(20_000)
  expect(Number(nextCheckAt) - Date.now()).toBeLessThan(62_000)
  expect(await repairOnce(merchant.database)).toBe(0)

  await letMinutePass()
  await repairNow(merchant.database)
  expect(await findOperationRow(merchant.database, operationId)).toMatchObject({
    state: 'not_sent',
  })
})

it('read limits: a check on request says when one is possible, and proves nothing (E2)', async () => {
  const payment = await newPayment()
  await merchant.sandbox.control.addFault({
    match: { provider: 'oppwa', operation: 'capture' },
    action: { type: 'drop', when: 'after' },
  })
  const operationId = await loseCapture(payment)
  const check = () => checkNow({ database: other, actor: { scope: 'all' } }, { operationId })
  expect(await check()).toMatchObject({
    value: { operation: { state: 'unknown' }, waitMs: expect.any(Number) },
  })
  await run(sql`update operations set sent_at = sent_at - interval '1 minute'
    where id = ${operationId}`)
  await run(sql`insert into counted_reads
    select connection_id, subject, array[now(), now()], true, now() from counted_reads
    on conflict (connection_id, subject) do update set taken_at = excluded.taken_at`)
  const answer = await check()
  expect(answer.ok && answer.value.waitMs).toBeGreaterThan(30_000)
  const row = await findOperationRow(merchant.database, operationId)
  expect(row).toMatchObject({ state: 'unknown', checks: 0, lastCheckedAt: null, leasedUntil: null })

  await letMinutePass()
  expect(await check()).toMatchObject({
    value: { operation: { state: 'succeeded' }, waitMs: null },
  })
})

it('read limits: a 429 of the provider is a wait for as long as it says (E3)', async () => {
  const payment = await merchant.newPayment((reference) =>
    merchant.sandbox.control.createTransaction({ reference, amount: 10_000 }),
  )
  await merchant.sandbox.control.addFault({
    match: { operation: 'capture' },
    action: { type: 'drop', when: 'before' },
  })
  const operationId = await loseCapture(payment)
  await repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
  await merchant.sandbox.control.addFault({
    match: { operation: 'read', transactionId: payment.providerTransactionId },
    action: { type: 'status', status: 429, headers: { 'retry-after': '90' } },
  })
  await repairNow(merchant.database)
  const row = await findOperationRow(merchant.database, operationId)
  expect(row).toMatchObject({ state: 'unknown', checks: 1, absentReads: 1 })
  expect(Number(row.nextCheckAt) - Date.now()).toBeGreaterThan(80_000)
  await repairNow(merchant.database)
  expect(await findOperationRow(merchant.database, operationId)).toMatchObject({
    state: 'not_sent',
  })
})

it('read limits: what has waited for longer than the schedule lasts goes to people in the end', async () => {
  const payment = await newPayment()
  await merchant.sandbox.control.addFault({
    match: { provider: 'oppwa', operation: 'capture' },
    action: { type: 'drop', when: 'after' },
  })
  const operationId = await loseCapture(payment)
  await run(sql`update counted_reads set taken_at = array[now(), now()]`)
  await run(sql`update operations set checks = 1000 where id = ${operationId}`)
  await repairNow(merchant.database)
  const waiting = await findOperationRow(merchant.database, operationId)
  expect(waiting).toMatchObject({ state: 'unknown', checks: 1_000 })
  await repairNow(merchant.database, { sentAgoMs: 11 * 86_400_000 })
  expect(await findOperationRow(merchant.database, operationId)).toMatchObject({
    state: 'needs_review',
    message: { code: 'not_readable' },
  })
})
