import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordOutcome } from '@/db/queries/operations/record-outcome'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { attempts } from '@/db/schema/operations'
import { LIMITS } from '@/lib/config/limits'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { SendResult } from '@/lib/providers/port'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { FragileDatabase } from '@/testing/fragile-database'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation, findOperationRow } from '@/testing/operation-row'
import { setTestEnvironment } from '@/testing/test-environment'
import { settleSend } from './settle-send'

const EXCHANGE: HttpExchange = {
  method: 'POST',
  path: '/capture',
  requestBody: '{}',
  status: 200,
  responseBody: '{}',
  durationMs: 12,
  problem: null,
}

let payments: ListedPayments
let database: FragileDatabase

beforeAll(async () => {
  setTestEnvironment()
  payments = await startListedPayments()
  database = new FragileDatabase(payments.databaseUrl)
})
afterAll(async () => {
  await database.close()
  await payments.stop()
})

let providerTransactionId: string
let transactionId: string
let operationId: string
let attemptId: string

beforeEach(async () => {
  const snapshot = authorizedSnapshot()
  ;({ providerTransactionId } = snapshot)
  transactionId = await payments.add(snapshot)
  const sentAt = new Date()
  operationId = await addOperation(database, transactionId, { state: 'sending', sentAt })
  attemptId = await addAttempt(database, operationId)
})

function settle(result: SendResult) {
  const { connectionId } = payments
  return settleSend(database, {
    operationId,
    attemptId,
    connectionId,
    sent: { result, httpExchange: EXCHANGE },
  })
}

const message = { code: 'no_answer_in_time' } as const
const UNKNOWN: SendResult = { outcome: 'unknown', message }

/** The payment with the capture in it. */
function captured() {
  const event = captureEvent({ amountMinor: 3_000, operationId })
  const totals = {
    authorizedMinor: 10_000,
    capturedMinor: 3_000,
    refundedMinor: 0,
    releasedMinor: 0,
  }
  return authorizedSnapshot({ providerTransactionId, totals, events: [event] })
}

describe('the outcome that a send proved', () => {
  it.each<SendResult>([{ outcome: 'pending', message, snapshot: null }, UNKNOWN])(
    '$outcome: is looked at for the first time soon',
    async (result) => {
      expect(await settle(result)).toMatchObject({ state: result.outcome })
      const { nextCheckAt } = await findOperationRow(database, operationId)
      const [firstMs = 0] = LIMITS.repair.delaysMs
      expect(Math.abs(Number(nextCheckAt) - Date.now() - firstMs)).toBeLessThan(3_000)
    },
  )

  it('succeeded: brings the payment as it was shown, with its events', async () => {
    const result = { outcome: 'succeeded', snapshot: captured(), providerReference: 'p-1' } as const
    expect(await settle(result)).toMatchObject({ id: operationId, state: 'succeeded' })
    const row = await findOperationRow(database, operationId)
    expect(row).toMatchObject({ providerReference: 'p-1', nextCheckAt: null })
    expect(await findTransactionView(database, 'all', transactionId)).toMatchObject({
      totals: { capturedMinor: 3_000 },
      events: [{ amountMinor: 3_000, operationId }],
    })
  })

  it('succeeded: brings the payment, though an event that was under way is no more', async () => {
    const pending = captureEvent({ providerEventId: 'gone', state: 'pending' })
    const events = [pending, { ...pending, providerEventId: 'gone too' }]
    await payments.add({ providerTransactionId, events })
    await database.run((db) =>
      db.execute(sql`update operations set sent_at = now() where id = ${operationId}`),
    )
    const result = { outcome: 'succeeded', snapshot: captured(), providerReference: 'p-1' } as const
    expect(await settle(result)).toMatchObject({ state: 'succeeded' })
    expect(await findTransactionView(database, 'all', transactionId)).toMatchObject({
      totals: { capturedMinor: 3_000 },
      eventCount: 1,
    })
  })

  it('succeeded with figures that contradict each other: is unknown, and looked at soon (A3)', async () => {
    const snapshot = captured()
    const totals = { ...snapshot.totals, refundedMinor: 3_001 }
    const result = {
      outcome: 'succeeded',
      snapshot: { ...snapshot, totals },
      providerReference: 'p-1',
    } as const
    expect(await settle(result)).toMatchObject({
      state: 'unknown',
      message: { code: 'figures_contradict' },
    })
    expect((await findOperationRow(database, operationId)).nextCheckAt).not.toBeNull()
  })

  it('refused: keeps code, words and advice of the provider', async () => {
    const retry = { kind: 'do_not_retry' } as const
    const refusal = { code: 'TOO_LATE', message: 'Too late', retry }
    expect(await settle({ outcome: 'refused', refusal, snapshot: null })).toMatchObject({
      state: 'refused',
      refusalCode: 'TOO_LATE',
      message: 'Too late',
      retry,
      nextCheckAt: null,
    })
  })

  it.each([
    [null, null],
    ['2030-01-01T00:00:00.000Z', { kind: 'after', at: '2030-01-01T00:00:00.000Z' }],
  ])('not sent: may be tried again after %s', async (retryAt, retry) => {
    const message = { code: 'slow_down' } as const
    expect(await settle({ outcome: 'not_sent', message, retryAt })).toMatchObject({
      state: 'not_sent',
      message,
      retry,
      nextCheckAt: null,
    })
  })
})

it('an outcome is kept with what went out and came back', async () => {
  await settle(UNKNOWN)
  const [attempt] = await database.run((db) =>
    db.select().from(attempts).where(eq(attempts.id, attemptId)),
  )
  expect(attempt).toMatchObject({ outcome: 'unknown', httpExchange: EXCHANGE })
})

describe('an outcome that the database does not take', () => {
  const result = () => ({
    ...({ outcome: 'succeeded', providerReference: null } as const),
    snapshot: captured(),
  })

  it('at the first try: is tried again', async () => {
    database.foretell('never_arrives')
    expect(await settle(result())).toMatchObject({ state: 'succeeded' })
  })

  it('and whose acknowledgement is lost: is read back, not interpreted again', async () => {
    database.foretell('answer_lost')
    expect(await settle(result())).toMatchObject({ state: 'succeeded' })
  })

  it('at any try: is left to repair', async () => {
    const { outcomeRetryDelaysMs: delays } = LIMITS.operation
    database.foretell(...delays.map(() => 'never_arrives' as const))
    expect(await settle(result())).toBeNull()
    expect((await findOperationRow(database, operationId)).state).toBe('sending')
  })

  it('together with its payment: is written alone, and a read is due', async () => {
    await database.run((db) => db.execute(sql`update scheduled_reads set due_at = 'infinity'`))
    const snapshot = { ...captured(), providerStatus: 'CAPTURED\0' }
    expect(await settle({ ...result(), snapshot })).toMatchObject({ state: 'succeeded' })
    expect(await findTransactionView(database, 'all', transactionId)).toMatchObject({
      openOperation: null,
      totals: { capturedMinor: 0 },
    })
    const due = sql`select 1 from scheduled_reads where due_at <= now()`
    expect(await database.run((db) => db.execute(due))).toHaveLength(1)
  })

  it('together with the rest of its payment: is written with the amounts, and a read is due', async () => {
    const snapshot = { ...captured(), portalUrl: 'https://portal.example/\0' }
    expect(await settle({ ...result(), snapshot })).toMatchObject({ state: 'succeeded' })
    expect(await findTransactionView(database, 'all', transactionId)).toMatchObject({
      openOperation: null,
      totals: { capturedMinor: 3_000 },
      portalUrl: null,
    })
    const due = sql`
      select 1 from scheduled_reads where due_at <= now() and transaction_id = ${transactionId}`
    expect(await database.run((db) => db.execute(due))).toHaveLength(1)
  })

  it('because another outcome is written: is not reported as the one that the database holds', async () => {
    await recordOutcome(database, {
      operationId,
      state: 'not_sent',
      message: null,
      refusalCode: null,
      retry: null,
      providerReference: null,
      snapshot: null,
      readAt: null,
      checkAfterMs: null,
      attempt: null,
      by: 'system',
    })
    expect(await settle(result())).toBeNull()
    expect((await findOperationRow(database, operationId)).state).toBe('not_sent')
  })
})
