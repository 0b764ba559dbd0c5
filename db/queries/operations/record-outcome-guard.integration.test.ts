import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempts } from '@/db/schema/operations'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import {
  canMove,
  isOpen,
  OPERATION_STATES,
  type OperationState,
} from '@/lib/domain/operation/outcome'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import {
  addAttempt,
  addOperation,
  findOperationRow,
  findReservation,
  listAuditOf,
  secondsAgo,
} from '@/testing/operation-row'
import { recordOutcome, type OutcomeRecord } from './record-outcome'

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

beforeAll(async () => {
  payments = await startListedPayments()
  // What a wrong outcome could meet besides the statement's own guard.
  for (const wall of [
    sql`alter table operations drop constraint operations_settled_when_closed`,
    sql`alter table transactions drop constraint transactions_reserved_by_operation`,
  ]) {
    await payments.owner.run((db) => db.execute(wall))
  }
})
afterAll(() => payments.stop())

async function operationIn(state: OperationState, change = {}) {
  const transactionId = await payments.add({})
  const leasedUntil = secondsAgo(-60)
  const operation = { state, leasedUntil, providerReference: 'known', ...change }
  const operationId = await addOperation(payments.database, transactionId, operation)
  return { transactionId, operationId }
}

function record(operationId: string, change: Partial<OutcomeRecord> = {}) {
  return recordOutcome(payments.database, {
    operationId,
    state: 'succeeded',
    message: null,
    refusalCode: null,
    retry: null,
    providerReference: null,
    snapshot: null,
    readAt: null,
    checkAfterMs: null,
    attempt: null,
    by: 'system',
    ...change,
  })
}

async function findAttempt(id: string) {
  const [row] = await payments.database.run((db) =>
    db.select().from(attempts).where(eq(attempts.id, id)),
  )
  return row
}

/** Every pair of states; nothing ever becomes intended. */
const EDGES = OPERATION_STATES.flatMap((from) =>
  OPERATION_STATES.filter((to) => to !== 'intended').map((to) => [from, to] as const),
)

describe('an outcome, by the state that it comes from', () => {
  it.each(EDGES.filter(([from, to]) => canMove(from, to)))(
    '%s → %s: is written',
    async (from, to) => {
      const { operationId } = await operationIn(from)
      expect(await record(operationId, { state: to })).not.toBeNull()
      const row = await findOperationRow(payments.database, operationId)
      expect(row.state).toBe(to)
      expect(row.settledAt !== null).toBe(!isOpen(to))
    },
  )

  it.each(EDGES.filter(([from, to]) => !canMove(from, to)))(
    '%s → %s: is refused, and nothing of it is written',
    async (from, to) => {
      const { operationId, transactionId } = await operationIn(from)
      const attemptId = await addAttempt(payments.database, operationId)
      const before = await findOperationRow(payments.database, operationId)
      const reserved = await findReservation(payments.database, transactionId)
      const attempt = { id: attemptId, httpExchange: EXCHANGE }
      expect(await record(operationId, { state: to, attempt })).toBeNull()
      expect(await findOperationRow(payments.database, operationId)).toEqual(before)
      expect(await findReservation(payments.database, transactionId)).toEqual(reserved)
      expect(await findAttempt(attemptId)).toMatchObject({ finishedAt: null, httpExchange: null })
      expect(await listAuditOf(payments.database, operationId)).toEqual([])
    },
  )

  it('is written once by several at the same moment', async () => {
    const { operationId } = await operationIn('unknown')
    const states = ['succeeded', 'refused', 'not_sent'] as const
    const written = await Promise.all(states.map((state) => record(operationId, { state })))
    expect(written.filter((outcome) => outcome !== null)).toHaveLength(1)
    expect(await listAuditOf(payments.database, operationId)).toHaveLength(1)
  })
})

describe('an outcome that is written', () => {
  it('closes: frees the reservation of its own payment, and the lease', async () => {
    const { operationId, transactionId } = await operationIn('unknown')
    const other = await operationIn('unknown')
    await record(operationId, { state: 'not_sent' })
    expect(await findReservation(payments.database, transactionId)).toEqual({
      openOperationId: null,
      reservedCaptureMinor: 0,
      reservedRefundMinor: 0,
    })
    expect(await findReservation(payments.database, other.transactionId)).toMatchObject({
      openOperationId: other.operationId,
      reservedCaptureMinor: 3_000,
    })
    const row = await findOperationRow(payments.database, operationId)
    expect(row).toMatchObject({ leasedUntil: null, nextCheckAt: null })
  })

  it('frees what a refund had reserved', async () => {
    const totals = {
      authorizedMinor: 10_000,
      capturedMinor: 8_000,
      refundedMinor: 0,
      releasedMinor: 0,
    }
    const transactionId = await payments.add({ totals })
    const operationId = await addOperation(payments.database, transactionId, { kind: 'refund' })
    await record(operationId, { state: 'refused' })
    expect(await findReservation(payments.database, transactionId)).toMatchObject({
      reservedRefundMinor: 0,
    })
  })

  it.each(['pending', 'unknown'] as const)(
    '%s: keeps the reservation, and the next check is due when it should be',
    async (state) => {
      const { operationId, transactionId } = await operationIn('sending')
      await record(operationId, { state, checkAfterMs: 5_000, snapshot: authorizedSnapshot() })
      expect(await findReservation(payments.database, transactionId)).toMatchObject({
        openOperationId: operationId,
        reservedCaptureMinor: 3_000,
      })
      const { nextCheckAt, settledAt } = await findOperationRow(payments.database, operationId)
      expect(Math.abs(Number(nextCheckAt) - Date.now() - 5_000)).toBeLessThan(3_000)
      expect(settledAt).toBeNull()
    },
  )

  it('without a snapshot makes no read due', async () => {
    const { operationId, transactionId } = await operationIn('unknown')
    await payments.database.run((db) => db.execute(sql`delete from scheduled_reads`))
    await record(operationId, { state: 'not_sent' })
    const due = await payments.database.run((db) =>
      db.execute(sql`select 1 from scheduled_reads where transaction_id = ${transactionId}`),
    )
    expect(due).toEqual([])
  })

  it('keeps the provider’s message, and the reference that was known before', async () => {
    const { operationId } = await operationIn('unknown')
    const detail = {
      message: { code: 'no_trace' } as const,
      refusalCode: 'TOO_LATE',
      retry: { kind: 'do_not_retry' } as const,
    }
    const recorded = await record(operationId, { state: 'refused', ...detail })
    expect(recorded?.operation).toMatchObject({ id: operationId, state: 'refused', ...detail })
    const row = await findOperationRow(payments.database, operationId)
    expect(row).toMatchObject({ ...detail, providerReference: 'known' })
  })

  it('takes a new reference of the provider', async () => {
    const { operationId } = await operationIn('sending')
    await record(operationId, { providerReference: 'new' })
    const { providerReference } = await findOperationRow(payments.database, operationId)
    expect(providerReference).toBe('new')
  })

  it.each([
    ['succeeded', 'succeeded'],
    ['refused', 'refused'],
    ['not_sent', 'not_sent'],
    ['pending', 'pending'],
    ['unknown', 'unknown'],
  ] as const)('%s: finishes its attempt as %s, and no other', async (state, outcome) => {
    const { operationId } = await operationIn('sending')
    const other = await addAttempt(payments.database, (await operationIn('sending')).operationId)
    const id = await addAttempt(payments.database, operationId)
    await record(operationId, { state, attempt: { id, httpExchange: EXCHANGE } })
    expect(await findAttempt(id)).toMatchObject({
      outcome,
      finishedAt: expect.any(Date),
      httpExchange: EXCHANGE,
    })
    expect(await findAttempt(other)).toMatchObject({ outcome: null, finishedAt: null })
  })

  it('by repair: leaves an attempt as it is', async () => {
    const { operationId } = await operationIn('unknown')
    const id = await addAttempt(payments.database, operationId)
    await record(operationId, { attempt: null })
    expect(await findAttempt(id)).toMatchObject({ outcome: null, finishedAt: null })
  })

  it('does not finish an attempt a second time', async () => {
    const { operationId } = await operationIn('unknown')
    const finishedAt = secondsAgo(50)
    const change = { finishedAt, outcome: 'unknown' } as const
    const id = await addAttempt(payments.database, operationId, change)
    await record(operationId, { attempt: { id, httpExchange: EXCHANGE } })
    expect(await findAttempt(id)).toMatchObject({ ...change, httpExchange: null })
  })

  it.each([
    ['requester', { actorRole: 'staff' }],
    ['system', { actorId: null, actorName: 'Paydesk', actorRole: 'system' }],
  ] as const)('is in the audit trail as found by the %s', async (by, actor) => {
    const { operationId, transactionId } = await operationIn('sending', { reason: 'Shipped' })
    const { requestId } = await findOperationRow(payments.database, operationId)
    await record(operationId, { by, state: 'refused', message: { code: 'no_trace' } })
    const detail = {
      kind: 'capture',
      amountMinor: 3_000,
      currency: 'NOK',
      message: { code: 'no_trace' },
    }
    expect(await listAuditOf(payments.database, operationId)).toMatchObject([
      {
        action: 'operation.refused',
        requestId,
        reason: 'Shipped',
        detail,
        streamId: transactionId,
        ...actor,
      },
    ])
  })

  it('of an operation that is not there is none', async () => {
    expect(await record(randomUUID())).toBeNull()
  })
})

describe('the snapshot of an outcome', () => {
  async function figuresOf(transactionId: string) {
    const [row] = await payments.database.run((db) =>
      db.execute(sql`
        select status, provider_status as "providerStatus", authorized_minor::int as authorized,
          captured_minor::int as captured, refunded_minor::int as refunded,
          released_minor::int as released, event_count as events
        from transactions where id = ${transactionId}`),
    )
    return row
  }

  it('brings the payment’s figures and status', async () => {
    const { operationId, transactionId } = await operationIn('sending', { sentAt: secondsAgo(-1) })
    const totals = {
      authorizedMinor: 9_000,
      capturedMinor: 8_000,
      refundedMinor: 500,
      releasedMinor: 1_000,
    }
    const snapshot = authorizedSnapshot({ totals, providerStatus: 'CAPTURED' })
    await record(operationId, { snapshot })
    expect(await figuresOf(transactionId)).toEqual({
      status: 'partially_refunded',
      providerStatus: 'CAPTURED',
      authorized: 9_000,
      captured: 8_000,
      refunded: 500,
      released: 1_000,
      events: 0,
    })
  })

  it('of an outcome that stays open brings nothing', async () => {
    const { operationId, transactionId } = await operationIn('sending', { sentAt: secondsAgo(-1) })
    const totals = {
      authorizedMinor: 10_000,
      capturedMinor: 3_000,
      refundedMinor: 0,
      releasedMinor: 0,
    }
    await record(operationId, { state: 'unknown', snapshot: authorizedSnapshot({ totals }) })
    expect(await figuresOf(transactionId)).toMatchObject({ captured: 0 })
  })
})
