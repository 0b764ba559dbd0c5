import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import {
  addOperation,
  findOperationRow,
  findReservation,
  listAuditOf,
} from '@/testing/operation-row'
import { recordReviewDecision, type ReviewDecision } from './record-review-decision'

/** Two people must agree above 20,00; the operations of these tests are about 30,00. */
const TWO_PEOPLE = { onePersonMinor: 2_000 }
const ONE_PERSON = { onePersonMinor: 3_000 }

let payments: ListedPayments
let anna: Actor
let bo: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  anna = await findDemoActor(payments.database, 'support')
  bo = await findDemoActor(payments.database, 'admin')
})
afterAll(() => payments.stop())

async function addReview(state: (typeof OPERATION_STATES)[number] = 'needs_review') {
  const transactionId = await payments.add({})
  const change = { state, refusalCode: 'EARLIER', nextCheckAt: null }
  const operationId = await addOperation(payments.database, transactionId, change)
  await payments.database.run((db) =>
    db.execute(sql`delete from scheduled_reads where transaction_id = ${transactionId}`),
  )
  return { transactionId, operationId }
}

function decide(operationId: string, change: Partial<ReviewDecision> = {}) {
  return recordReviewDecision(payments.database, {
    operationId,
    verdict: 'succeeded',
    reason: 'Seen in the portal',
    actor: anna,
    requestId: randomUUID(),
    ...TWO_PEOPLE,
    ...change,
  })
}

async function isReadDue(transactionId: string): Promise<boolean> {
  const due = await payments.database.run((db) =>
    db.execute(sql`select 1 from scheduled_reads
      where transaction_id = ${transactionId} and due_at <= now()`),
  )
  return due.length > 0
}

async function decisionsOn(operationId: string) {
  return payments.database.run((db) =>
    db.execute(sql`select actor_id as "actorId", verdict, reason from review_decisions
      where operation_id = ${operationId} order by decided_at`),
  )
}

const NOTHING_RESERVED = { openOperationId: null, reservedCaptureMinor: 0, reservedRefundMinor: 0 }

describe('a review decision', () => {
  it('of one person up to the limit: settles, frees the payment and has it read', async () => {
    const { operationId, transactionId } = await addReview()
    expect(await decide(operationId, ONE_PERSON)).toBe('settled')
    const row = await findOperationRow(payments.database, operationId)
    expect(row).toMatchObject({
      state: 'succeeded',
      settledAt: expect.any(Date),
      message: { code: 'decided_by_people', values: { reason: 'Seen in the portal' } },
      refusalCode: null,
    })
    expect(await findReservation(payments.database, transactionId)).toEqual(NOTHING_RESERVED)
    expect(await isReadDue(transactionId)).toBe(true)
  })

  it('of one person above the limit: waits, and the payment stays held', async () => {
    const { operationId, transactionId } = await addReview()
    const before = await findOperationRow(payments.database, operationId)
    expect(await decide(operationId, { onePersonMinor: 2_999 })).toBe('waiting')
    expect(await findOperationRow(payments.database, operationId)).toEqual(before)
    expect(await findReservation(payments.database, transactionId)).toMatchObject({
      openOperationId: operationId,
      reservedCaptureMinor: 3_000,
    })
    expect(await isReadDue(transactionId)).toBe(false)
  })

  it('of one person, made twice: is one decision, the later, and settles nothing', async () => {
    const { operationId } = await addReview()
    expect(await decide(operationId, { verdict: 'refused', reason: 'First thought' })).toBe(
      'waiting',
    )
    expect(await decide(operationId, { reason: 'Second thought' })).toBe('waiting')
    expect(await decide(operationId, { reason: 'Second thought' })).toBe('waiting')
    expect(await decisionsOn(operationId)).toEqual([
      { actorId: anna.userId, verdict: 'succeeded', reason: 'Second thought' },
    ])
  })

  it('of a second person who says otherwise: waits', async () => {
    const { operationId } = await addReview()
    expect(await decide(operationId)).toBe('waiting')
    expect(await decide(operationId, { actor: bo, verdict: 'not_sent' })).toBe('waiting')
    expect((await findOperationRow(payments.database, operationId)).state).toBe('needs_review')
  })

  it.each(['succeeded', 'refused', 'not_sent'] as const)(
    'of two people who say %s: settles as they say',
    async (verdict) => {
      const { operationId, transactionId } = await addReview()
      expect(await decide(operationId, { verdict })).toBe('waiting')
      expect(await decide(operationId, { verdict, actor: bo })).toBe('settled')
      expect((await findOperationRow(payments.database, operationId)).state).toBe(verdict)
      expect(await findReservation(payments.database, transactionId)).toEqual(NOTHING_RESERVED)
    },
  )

  it('is not agreed with by a decision on another operation', async () => {
    const [one, other] = [await addReview(), await addReview()]
    expect(await decide(one.operationId)).toBe('waiting')
    expect(await decide(other.operationId, { actor: bo })).toBe('waiting')
  })

  it('of two people at the same moment: settles once', async () => {
    const { operationId } = await addReview()
    const both = await Promise.all([decide(operationId), decide(operationId, { actor: bo })])
    expect(both.toSorted()).toEqual(['settled', 'waiting'])
  })

  it.each(OPERATION_STATES.filter((state) => state !== 'needs_review'))(
    'on an operation that is %s: is refused, and nothing is stored',
    async (state) => {
      const { operationId } = await addReview(state)
      const before = await findOperationRow(payments.database, operationId)
      expect(await decide(operationId, ONE_PERSON)).toBeNull()
      expect(await findOperationRow(payments.database, operationId)).toEqual(before)
      expect(await decisionsOn(operationId)).toEqual([])
      expect(await listAuditOf(payments.database, operationId)).toEqual([])
    },
  )

  it('is in the audit trail each time, with who decided what and why', async () => {
    const { operationId, transactionId } = await addReview()
    const requestId = randomUUID()
    await decide(operationId, { requestId, actor: { ...anna, address: '203.0.113.7' } })
    await decide(operationId, { actor: bo })
    const [first, second, ...more] = await listAuditOf(payments.database, operationId)
    expect(first).toEqual({
      action: 'review.decided',
      actorId: anna.userId,
      actorName: anna.name,
      actorRole: 'support',
      requestId,
      reason: 'Seen in the portal',
      address: '203.0.113.7',
      detail: { kind: 'capture', amountMinor: 3_000, currency: 'NOK', verdict: 'succeeded' },
      streamId: transactionId,
    })
    expect(second).toMatchObject({ action: 'review.settled', actorId: bo.userId })
    expect(more).toEqual([])
  })
})

describe('a review decision by the limits of the business', () => {
  it('of one person above or at the limit that the business has set: goes by that', async () => {
    const set = (nok: number) =>
      payments.owner.run((db) =>
        db.execute(sql`
          insert into organization_settings (key, value)
          values ('review_limits', jsonb_build_object('SEK', 1, 'NOK', ${nok}::int))
          on conflict (key) do update set value = excluded.value`),
      )
    const { operationId } = await addReview()
    try {
      await set(2_999)
      expect(await decide(operationId, { onePersonMinor: 3_000 })).toBe('waiting')
      await set(3_000)
      expect(await decide(operationId, { onePersonMinor: 2_000 })).toBe('settled')
    } finally {
      await payments.owner.run((db) => db.execute(sql`delete from organization_settings`))
    }
  })
})
