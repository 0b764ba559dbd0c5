import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { repairOnce } from '@/lib/jobs/repair-loop'
import { capturePayment } from '@/lib/operations/capture-payment'
import { changeBehindWalls } from '@/testing/behind-walls'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { findOperationRow, listAuditOf } from '@/testing/operation-row'
import { repairNow } from '@/testing/repair-now'
import { followDeadSendsOnce } from './follow-dead-sends'

const PATIENT = { timeout: 20_000, interval: 100 }

let merchant: TestMerchant
let anna: Actor
let sender: Database

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('staff')
  sender = new Database(merchant.databaseUrl)
})
afterAll(async () => {
  await merchant.stop()
  await sender.close()
})
beforeEach(() => merchant.sandbox.control.clearFaults())

function newPayment(): Promise<TransactionView> {
  const { control } = merchant.sandbox
  return merchant.newPayment((reference) =>
    control.createTransaction({ reference, amount: 50_000 }),
  )
}

/** Captures everything, under this operation id. */
function capture(payment: TransactionView, operationId: string) {
  const { id: transactionId, currency, moneyRevision: expectedRevision } = payment
  const choice = { mode: 'all', amountMinor: 50_000 } as const
  const input = { operationId, transactionId, currency, expectedRevision, choice, label: null }
  return capturePayment(contextOf(sender, anna), input)
}

async function stateOf(payment: TransactionView): Promise<string | undefined> {
  return (await merchant.reload(payment)).operations[0]?.state
}

/** As the death of their process does, as far as the database can see it. */
async function endLocks(): Promise<void> {
  await merchant.database.run((db) =>
    db.execute(sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`),
  )
}

it('dead sender: what took effect is settled by the check that its free lock causes (H10)', async () => {
  const { control } = merchant.sandbox
  const payment = await newPayment()
  const action = { type: 'delay', afterMs: 60_000 } as const
  await control.addFault({ match: { operation: 'capture' }, action })
  const operationId = randomUUID()
  void capture(payment, operationId).catch(() => undefined)
  const captured = async () => (await control.transaction(payment.providerTransactionId)).status
  await expect.poll(captured, PATIENT).toBe('CAPTURED')
  expect(await followDeadSendsOnce(merchant.database)).toBe(0)
  expect(await stateOf(payment)).toBe('sending')

  await endLocks()
  await expect.poll(() => followDeadSendsOnce(merchant.database), PATIENT).toBe(1)
  expect(await merchant.reload(payment)).toMatchObject({
    operations: [{ state: 'unknown', message: { code: 'sender_stopped' } }],
  })
  expect(await repairOnce(merchant.database)).toBe(1)
  expect(await merchant.reload(payment)).toMatchObject({
    operations: [{ state: 'succeeded' }],
    totals: { capturedMinor: 50_000 },
  })
  const audit = await listAuditOf(merchant.database, operationId)
  expect(audit.map(({ action, actorRole }) => [action, actorRole]).slice(1)).toEqual([
    ['operation.unknown', 'system'],
    ['operation.succeeded', 'system'],
  ])
})

it('dead sender: absence is no proof before the deadline of the send and the window (H10)', async () => {
  const payment = await newPayment()
  const action = { type: 'drop', when: 'before' } as const
  await merchant.sandbox.control.addFault({ match: { operation: 'capture' }, action })
  const operationId = randomUUID()
  await capture(payment, operationId)
  // As if its process had died before it could write the outcome.
  await changeBehindWalls(
    merchant.database,
    `update attempts set finished_at = null, outcome = null where operation_id = '${operationId}';
    update operations set state = 'sending', message = null,
      next_check_at = now() + interval '100 seconds' where id = '${operationId}'`,
  )
  await expect.poll(() => followDeadSendsOnce(merchant.database), PATIENT).toBe(1)
  await repairOnce(merchant.database)
  expect(await findOperationRow(merchant.database, operationId)).toMatchObject({
    state: 'unknown',
    checks: 1,
    absentReads: 0,
    lastCheckFound: { code: 'no_trace_so_far' },
  })
  const { sendDeadlineMs } = LIMITS.operation
  const sentAgoMs = sendDeadlineMs + LIMITS.providers.dintero.settleWindowMs - 20_000
  await repairNow(merchant.database, { sentAgoMs })
  await repairNow(merchant.database)
  expect(await stateOf(payment)).toBe('unknown')
  await repairNow(merchant.database, { sentAgoMs: 20_000 })
  await repairNow(merchant.database)
  expect(await stateOf(payment)).toBe('not_sent')
})
