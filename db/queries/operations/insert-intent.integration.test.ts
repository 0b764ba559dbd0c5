import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import type { OperationKind, OperationRequest } from '@/lib/domain/operation/operation'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { PaymentFlag, TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { operationIntent } from '@/testing/operation-intent'
import {
  addOperation,
  findOperationRow,
  findReservation,
  listAuditOf,
} from '@/testing/operation-row'
import { insertIntent, isAttemptStored, type Intent } from './insert-intent'

/** The other constraints that would refuse. Without them only the statement's own guard can. */
const OTHER_WALLS: readonly SQL[] = [
  sql`drop index operations_one_open`,
  sql`alter table attempts drop constraint attempts_number`,
  sql`alter table operations drop constraint operations_pkey cascade`,
  sql`alter table operations drop constraint operations_amount`,
  sql`alter table transactions drop constraint transactions_capture_within_authorized`,
  sql`alter table transactions drop constraint transactions_refund_within_captured`,
  sql`alter table transactions drop constraint transactions_reserved_capture_amount`,
  sql`alter table transactions drop constraint transactions_reserved_refund_amount`,
]

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
  for (const wall of OTHER_WALLS) await payments.owner.run((db) => db.execute(wall))
})
afterAll(() => payments.stop())

const PARTLY_DONE: Totals = {
  authorizedMinor: 10_000,
  capturedMinor: 4_000,
  refundedMinor: 1_500,
  releasedMinor: 1_000,
}
const ALL_CAPTURED: Totals = { ...PARTLY_DONE, capturedMinor: 9_000 }
const NEVER_CAPTURED: Totals = { ...PARTLY_DONE, capturedMinor: 0, refundedMinor: 0 }

function attemptsOf(operationId: string): Promise<readonly unknown[]> {
  return payments.database.run((db) =>
    db.execute(sql`
      select id, number, finished_at as "finishedAt", outcome from attempts
      where operation_id = ${operationId}`),
  )
}

/** Asks for an operation on a new payment. */
async function tryOn(
  payment: Partial<TransactionSnapshot>,
  request: Partial<OperationRequest>,
  change: Partial<Intent> = {},
): Promise<boolean> {
  const { database } = payments
  const id = await payments.add(payment)
  const intent = { ...(await operationIntent(database, id, request)), ...change }
  const isWritten = await insertIntent(database, intent)
  const written = await database.run((db) =>
    db.execute(sql`
      select 1 from operations where transaction_id = ${id}
      union all select 2 from audit_entries where stream_id = ${id}
      union all select 3 from attempts where id = ${intent.attemptId}
      union all select 4 from transactions where id = ${id} and open_operation_id is not null`),
  )
  expect(written, 'operation, attempt, audit entry and reservation, or none').toHaveLength(
    isWritten ? 4 : 0,
  )
  return isWritten
}

describe('the guard of an intent, with no constraint behind it', () => {
  it.each([
    ['capture', 5_000],
    ['confirm_receipt', 5_000],
    ['refund', 2_500],
  ] as const)('%s: takes what is left, %i, and refuses more', async (kind, left) => {
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: left })).toBe(true)
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: left + 1 })).toBe(false)
  })

  it.each([
    ['capture', 100],
    ['void', 5_000],
    ['extend_authorization', 10_000],
    ['pay_out', 100],
  ] as const)(
    '%s: refused on figures that contradict each other (A3)',
    async (kind, amountMinor) => {
      const refundedTwice = { ...PARTLY_DONE, refundedMinor: 4_001 }
      const flags: readonly PaymentFlag[] = ['stored_card']
      const request = { kind, amountMinor }
      expect(await tryOn({ totals: PARTLY_DONE, flags }, request)).toBe(true)
      expect(await tryOn({ totals: refundedTwice, flags }, request)).toBe(false)
    },
  )

  it('void: takes just what is held', async () => {
    const ask = (amountMinor: number) =>
      tryOn({ totals: PARTLY_DONE }, { kind: 'void', amountMinor })
    expect(await ask(5_000)).toBe(true)
    expect(await ask(4_999)).toBe(false)
    expect(await ask(5_001)).toBe(false)
  })

  it('change of the order: not below what is captured and released', async () => {
    const kind = 'update_authorization'
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 5_000 })).toBe(true)
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 20_000 })).toBe(true)
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 4_999 })).toBe(false)
  })

  it('extension: for just the authorized amount', async () => {
    const kind = 'extend_authorization'
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 10_000 })).toBe(true)
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 9_999 })).toBe(false)
    expect(await tryOn({ totals: PARTLY_DONE }, { kind, amountMinor: 10_001 })).toBe(false)
  })

  it.each(['update_authorization', 'extend_authorization'] as const)(
    '%s: refused where nothing is held any more',
    async (kind) => {
      expect(await tryOn({ totals: ALL_CAPTURED }, { kind, amountMinor: 10_000 })).toBe(false)
    },
  )

  it.each<[OperationKind, PaymentFlag, PaymentFlag]>([
    ['charge_again', 'debit', 'stored_card'],
    ['pay_out', 'stored_card', 'debit'],
  ])(
    '%s: up to the payment’s amount, only after a capture, only with %s',
    async (kind, flag, other) => {
      const payment = { totals: PARTLY_DONE, amountMinor: 10_000, flags: [flag] }
      expect(await tryOn(payment, { kind, amountMinor: 10_000 })).toBe(true)
      expect(await tryOn(payment, { kind, amountMinor: 10_001 })).toBe(false)
      expect(await tryOn({ ...payment, flags: [other] }, { kind })).toBe(false)
      expect(await tryOn({ ...payment, totals: NEVER_CAPTURED }, { kind })).toBe(false)
    },
  )

  it.each(['capture', 'refund', 'update_authorization', 'charge_again'] as const)(
    '%s: refuses nothing and less than nothing',
    async (kind) => {
      const payment = { totals: { ...PARTLY_DONE, releasedMinor: 0 }, flags: ['debit'] as const }
      expect(await tryOn(payment, { kind, amountMinor: 0 })).toBe(false)
      expect(await tryOn(payment, { kind, amountMinor: -1 })).toBe(false)
    },
  )

  it('refuses another currency', async () => {
    expect(await tryOn({}, { currency: 'SEK' })).toBe(false)
    expect(await tryOn({ currency: 'SEK' }, { currency: 'SEK' })).toBe(true)
  })

  it.each(['initiated', 'on_hold', 'declined', 'failed', 'unknown'] as const)(
    'refuses a payment that is %s',
    async (phase) => {
      expect(await tryOn({ phase }, {})).toBe(false)
    },
  )

  it('refuses a decision on another money revision of the payment', async () => {
    expect(await tryOn({}, {}, { expectedRevision: '10000.0.0.0.0.1' })).toBe(false)
    expect(await tryOn({}, {}, { expectedRevision: '' })).toBe(false)
  })

  it('refuses a request from before the start deadline, by the clock of the database', async () => {
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
    const { startDeadlineMs } = LIMITS.operation
    expect(await tryOn({}, {}, { requestedAt: ago(startDeadlineMs + 1_000) })).toBe(false)
    expect(await tryOn({}, {}, { requestedAt: ago(startDeadlineMs - 10_000) })).toBe(true)
  })
})

describe('the guard of an intent beside others, with no constraint behind it', () => {
  it('refuses while another operation holds the payment, though it is seen as it stands', async () => {
    const { database } = payments
    const id = await payments.add({})
    const first = await operationIntent(database, id, { amountMinor: 1_000 })
    expect(await insertIntent(database, first)).toBe(true)
    const second = await operationIntent(database, id, { amountMinor: 1_000 })
    expect(second.expectedRevision).not.toBe(first.expectedRevision)
    expect(await insertIntent(database, second)).toBe(false)
    expect(await findReservation(database, id)).toMatchObject({
      openOperationId: first.request.operationId,
      reservedCaptureMinor: 1_000,
    })
  })

  it('refuses an operation id that was used, be it on another payment', async () => {
    const { database } = payments
    const operationId = await addOperation(database, await payments.add({}), { state: 'succeeded' })
    expect(
      await insertIntent(
        database,
        await operationIntent(database, await payments.add({}), { operationId }),
      ),
    ).toBe(false)
  })

  it('lets one of several through that come at the same moment', async () => {
    const { database } = payments
    const id = await payments.add({})
    const intents = await Promise.all(
      Array.from({ length: 5 }, () => operationIntent(database, id, { amountMinor: 10 })),
    )
    const written = await Promise.all(intents.map((intent) => insertIntent(database, intent)))
    expect(written.filter(Boolean)).toHaveLength(1)
  })

  it('lets one of several through that use one id at the same moment, with one attempt', async () => {
    const { database } = payments
    const operationId = randomUUID()
    const id = await payments.add({})
    const intents = await Promise.all(
      Array.from({ length: 5 }, () => operationIntent(database, id, { operationId })),
    )
    const written = await Promise.all(intents.map((intent) => insertIntent(database, intent)))
    expect(written.filter(Boolean)).toHaveLength(1)
    const stored = await Promise.all(
      intents.map(({ attemptId }) => isAttemptStored(database, attemptId)),
    )
    expect(stored).toEqual(written)
    expect(await attemptsOf(operationId)).toHaveLength(1)
  })

  it('writes nothing for a payment that is not there', async () => {
    const intent = await operationIntent(payments.database, randomUUID())
    expect(await insertIntent(payments.database, intent)).toBe(false)
  })
})

describe('an intent that is written', () => {
  it.each<[OperationKind, number, number]>([
    ['capture', 3_000, 0],
    ['confirm_receipt', 3_000, 0],
    ['void', 5_000, 0],
    ['refund', 0, 1_000],
    ['update_authorization', 0, 0],
    ['extend_authorization', 0, 0],
    ['charge_again', 0, 0],
    ['pay_out', 0, 0],
  ])('%s: reserves %i of the hold and %i of the captures', async (kind, ofHold, ofCaptures) => {
    const { database } = payments
    const id = await payments.add({ totals: PARTLY_DONE, flags: ['debit', 'stored_card'] })
    const amountMinor = ofHold + ofCaptures || (kind === 'extend_authorization' ? 10_000 : 6_000)
    const intent = await operationIntent(database, id, { kind, amountMinor })
    expect(await insertIntent(database, intent)).toBe(true)
    expect(await findReservation(database, id)).toEqual({
      openOperationId: intent.request.operationId,
      reservedCaptureMinor: ofHold,
      reservedRefundMinor: ofCaptures,
    })
  })

  it('stores the request, its person, and the known totals of the payment', async () => {
    const { database } = payments
    const id = await payments.add({ totals: PARTLY_DONE })
    const line = { lineId: '1', quantityMicros: 1_000_000, amountMinor: 3_000, vatAmountMinor: 600 }
    const intent = await operationIntent(database, id, { lines: [line], reason: 'Shipped' })
    const { request } = intent
    const actor = { ...intent.actor, address: '203.0.113.7' }
    await insertIntent(database, { ...intent, actor })
    const row = await findOperationRow(database, request.operationId)
    expect(row).toMatchObject({
      transactionId: id,
      kind: 'capture',
      state: 'sending',
      amountMinor: 3_000,
      currency: 'NOK',
      lines: [line],
      newItems: null,
      orderChanges: null,
      reason: 'Shipped',
      reference: intent.reference,
      inputDigest: intent.inputDigest,
      actorId: actor.userId,
      actorName: actor.name,
      actorRole: 'staff',
      requestId: intent.requestId,
      baselineTotals: PARTLY_DONE,
      baselineEventCount: 0,
      sentAt: row.createdAt,
      settledAt: null,
    })
    expect(Math.abs(Number(row.sentAt) - Date.now())).toBeLessThan(5_000)
    const leftMs = Number(row.nextCheckAt) - Number(row.sentAt)
    expect(leftMs).toBe(LIMITS.operation.sendDeadlineMs)
    expect(await attemptsOf(request.operationId)).toEqual([
      { id: intent.attemptId, number: 1, finishedAt: null, outcome: null },
    ])
    expect(await listAuditOf(database, request.operationId)).toEqual([
      {
        action: 'operation.intended',
        actorId: actor.userId,
        actorName: actor.name,
        actorRole: 'staff',
        requestId: intent.requestId,
        reason: 'Shipped',
        address: '203.0.113.7',
        detail: { kind: 'capture', amountMinor: 3_000, currency: 'NOK' },
        streamId: id,
      },
    ])
  })

  it('makes every page that was seen before it a stale one', async () => {
    const { database } = payments
    const id = await payments.add({})
    const before = await operationIntent(database, id, {})
    await insertIntent(database, before)
    const { expectedRevision } = await operationIntent(database, id, {})
    expect(expectedRevision).not.toBe(before.expectedRevision)
  })
})

it('an attempt: is known by its own id alone', async () => {
  const { database } = payments
  const intent = await operationIntent(database, await payments.add({}))
  expect(await isAttemptStored(database, intent.attemptId)).toBe(false)
  expect(await insertIntent(database, intent)).toBe(true)
  expect(await isAttemptStored(database, intent.attemptId)).toBe(true)
  expect(await isAttemptStored(database, randomUUID())).toBe(false)
})

it('an intent stores the difference that a new order makes (H6)', async () => {
  const { database } = payments
  const id = await payments.add({})
  const orderChanges = [{ description: 'Mug', quantityMicros: -1_000_000, amountMinor: -500 }]
  const request = { kind: 'update_authorization', newItems: [], orderChanges } as const
  const intent = await operationIntent(database, id, { ...request, amountMinor: 9_500 })
  expect(await insertIntent(database, intent)).toBe(true)
  const row = await findOperationRow(database, intent.request.operationId)
  expect(row).toMatchObject({ newItems: [], orderChanges, reason: null })
})
