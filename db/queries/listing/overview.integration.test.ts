import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { dueBounds } from '@/lib/domain/listing/due'
import { refundPayment } from '@/lib/operations/refund-payment'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { keepRest } from '@/db/queries/payment/keep-rest'
import { sumMovements, sumRefundReasons, sumRests, sumToCapture } from './overview'

const OSLO = 'Europe/Oslo'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

/** Makes a payment in the sandbox and imports it; answers its id. */
async function payment(
  reference: string,
  options: { amount: number; status?: 'CAPTURED' },
): Promise<string> {
  await merchant.sandbox.control.createTransaction({ reference, ...options })
  await merchant.importAll()
  const [row] = await merchant.database.run((db) =>
    db.execute<{ id: string }>(
      sql`select id from transactions where order_reference = ${reference}`,
    ),
  )
  if (row === undefined) throw new Error(`${reference} was not imported`)
  return row.id
}

describe('overview: money to capture', () => {
  beforeAll(async () => {
    const dues = {
      'DUE-PASSED': sql`now() - interval '1 hour'`,
      'DUE-TOMORROW': sql`(date_trunc('day', now() at time zone ${OSLO}) + interval '1 day') at time zone ${OSLO}`,
      'DUE-WEEK': sql`now() + interval '4 days'`,
      'DUE-LATER': sql`now() + interval '20 days'`,
      'DUE-UNKNOWN': sql`null`,
    }
    for (const reference of Object.keys(dues)) {
      await merchant.sandbox.control.createTransaction({ reference, amount: 100_00 })
    }
    await payment('DUE-CAPTURED', { amount: 100_00, status: 'CAPTURED' })
    for (const [reference, due] of Object.entries(dues)) {
      await merchant.database.run((db) =>
        db.execute(
          sql`update transactions set capture_by = ${due} where order_reference = ${reference}`,
        ),
      )
    }
  })

  it('is summed by how soon; the first moment of tomorrow is tomorrow', async () => {
    const sums = await sumToCapture(merchant.database, 'all', dueBounds(new Date(), OSLO))
    const expected = ['later', 'passed', 'tomorrow', 'unknown', 'week']
    expect(sums.toSorted((a, b) => a.due.localeCompare(b.due))).toEqual(
      expected.map((due) => ({ due, currency: 'NOK', count: 1, heldMinor: 100_00 })),
    )
  })
})

describe('overview: what is left after part captures', () => {
  it('is summed by decision and by the age of the order in days of the business', async () => {
    const ages = { 'REST-0': 0, 'REST-6': 6, 'REST-7': 7, 'REST-29': 29, 'REST-30': 30 }
    const ids = new Map<string, string>()
    for (const reference of Object.keys(ages)) {
      ids.set(reference, await payment(reference, { amount: 100_00 }))
    }
    for (const [reference, days] of Object.entries(ages)) {
      const id = ids.get(reference) ?? ''
      await merchant.owner.run((db) =>
        db.execute(sql`
          update transactions set status = 'partially_captured', captured_minor = 4000,
            provider_created_at =
              (date_trunc('day', now() at time zone ${OSLO}) - make_interval(days => ${days}::int)) at time zone ${OSLO}
          where id = ${id}`),
      )
      if (reference !== 'REST-7') continue
      const actor = await merchant.actor('staff')
      await keepRest(merchant.database, { transactionId: id, actor, requestId: randomUUID() })
    }
    const sums = await sumRests(merchant.database, 'all', OSLO)
    expect(
      sums.toSorted((a, b) => `${a.rest} ${a.age}`.localeCompare(`${b.rest} ${b.age}`)),
    ).toEqual([
      { rest: 'kept', age: 'month', currency: 'NOK', count: 1, heldMinor: 60_00 },
      { rest: 'open', age: 'month', currency: 'NOK', count: 1, heldMinor: 60_00 },
      { rest: 'open', age: 'older', currency: 'NOK', count: 1, heldMinor: 60_00 },
      { rest: 'open', age: 'week', currency: 'NOK', count: 2, heldMinor: 120_00 },
    ])
    expect(await sumRests(merchant.database, [], OSLO)).toEqual([])
  })
})

describe('overview: money moved by day', () => {
  it('counts on the day of the business on which it happened, and only if it did', async () => {
    const id = await payment('MOVED', { amount: 300_00 })
    const event = (at: string, kind: string, state: string, amount: number) =>
      merchant.database.run((db) =>
        db.execute(sql`
          insert into transaction_events
            (transaction_id, currency, provider_event_id, position, kind, provider_kind, state, amount_minor, lines, closes, occurred_at)
          values (${id}, 'NOK', ${randomUUID()}, 9, ${kind}, 'X', ${state}, ${amount}, '[]', '[]',
            (date_trunc('day', now() at time zone ${OSLO}) + ${at}::interval) at time zone ${OSLO})`),
      )
    await event('-3 days 10 minutes', 'capture', 'succeeded', 200_00)
    await event('-2 days -1 minute', 'capture', 'succeeded', 50_00)
    await event('-2 days', 'refund', 'succeeded', 20_00)
    await event('-2 days', 'capture', 'failed', 99_00)
    await event('-60 days', 'capture', 'succeeded', 77_00)
    const own = (await sumMovements(merchant.database, 'all', OSLO)).filter(
      ({ amountMinor }) => amountMinor !== 100_00,
    )
    const [captured, refunded] = own.toSorted((a, b) => a.kind.localeCompare(b.kind))
    expect(own).toHaveLength(2)
    expect(captured).toMatchObject({ kind: 'capture', count: 2, amountMinor: 250_00 })
    expect(refunded).toMatchObject({ kind: 'refund', count: 1, amountMinor: 20_00 })
    expect(Date.parse(refunded?.day ?? '') - Date.parse(captured?.day ?? '')).toBe(86_400_000)
  })
})

describe('overview: reasons for refunds', () => {
  it('are shown without their notes', async () => {
    const actor = await merchant.actor('support')
    for (const [reference, reason] of [
      ['WHY-1', 'Returned: too small'],
      ['WHY-2', 'Returned'],
      ['WHY-3', 'Goodwill'],
    ] as const) {
      const transactionId = await payment(reference, { amount: 100_00, status: 'CAPTURED' })
      const result = await refundPayment(contextOf(merchant.database, actor), {
        operationId: randomUUID(),
        transactionId,
        currency: 'NOK',
        expectedRevision:
          (await findTransactionView(merchant.database, 'all', transactionId))?.moneyRevision ?? '',
        choice: { mode: 'amount', amountMinor: 40_00 },
        reason,
        label: null,
      })
      expect(result).toMatchObject({ ok: true, value: { state: 'succeeded' } })
    }
    expect(await sumRefundReasons(merchant.database, 'all', OSLO)).toEqual([
      { reason: 'Returned', currency: 'NOK', count: 2, amountMinor: 80_00 },
      { reason: 'Goodwill', currency: 'NOK', count: 1, amountMinor: 40_00 },
    ])
  })
})
