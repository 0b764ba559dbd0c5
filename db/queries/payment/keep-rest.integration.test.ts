import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findKeptRest, keepRest } from './keep-rest'

const TOTALS = { authorizedMinor: 10_000, capturedMinor: 4_000, refundedMinor: 0, releasedMinor: 0 }
const PART: Partial<TransactionSnapshot> = { totals: TOTALS }

let payments: ListedPayments
let anna: Actor
let elsewhere: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  anna = await findDemoActor(payments.database, 'staff')
  elsewhere = { ...anna, scope: [payments.otherConnectionId] }
})
afterAll(() => payments.stop())

const keep = (transactionId: string, actor = anna) =>
  keepRest(payments.database, { transactionId, actor, requestId: randomUUID() })

const entriesOf = (transactionId: string) =>
  payments.database.run((db) =>
    db.execute(sql`
      select action, actor_name as "actorName", detail from audit_entries
      where stream_id = ${transactionId}`),
  )

describe('the rest of a part capture', () => {
  it('is kept once, with an audit entry, and shown with who said so', async () => {
    const id = await payments.add(PART)
    expect(await keep(id)).toBe(true)
    expect(await keep(id)).toBe(false)
    expect(await entriesOf(id)).toEqual([
      { action: 'rest.kept', actorName: anna.name, detail: { heldMinor: 6_000 } },
    ])
    expect(await findKeptRest(payments.database, 'all', id)).toEqual({
      kept: { actorName: anna.name, keptAt: expect.any(Date) as Date },
    })
  })

  it('is kept once by people who answer at the same moment', async () => {
    const id = await payments.add(PART)
    const answers = await Promise.all(Array.from({ length: 8 }, () => keep(id)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it.each<[string, Partial<TransactionSnapshot>]>([
    ['nothing was captured', {}],
    ['the rest was released', { totals: { ...TOTALS, releasedMinor: 6_000 } }],
    ['everything was captured', { totals: { ...TOTALS, capturedMinor: 10_000 } }],
  ])('is not there where %s', async (_, payment) => {
    const id = await payments.add(payment)
    expect(await keep(id)).toBe(false)
    expect(await entriesOf(id)).toEqual([])
    expect(await findKeptRest(payments.database, anna.scope, id)).toEqual({ kept: null })
  })

  it('is not there where the figures say so and the status does not', async () => {
    const id = await payments.add(PART)
    await payments.owner.run((db) =>
      db.execute(sql`
        update transactions set released_minor = 6000, status = 'partially_captured' where id = ${id}`),
    )
    expect(await keep(id)).toBe(false)
  })

  it('is not that of a payment outside the scope', async () => {
    const id = await payments.add(PART)
    expect(await keep(id, elsewhere)).toBe(false)
    expect(await findKeptRest(payments.database, elsewhere.scope, id)).toBeNull()
  })
})
