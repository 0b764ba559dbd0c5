import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scheduledReads } from '@/db/schema/scheduled-reads'
import { LIMITS } from '@/lib/config/limits'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'

const DAY_MS = 86_400_000
const { ageDivisor, shortestMs, heldLongestMs, capturedLongestMs, giveUpMs, jitterPercent } =
  LIMITS.reread

const HELD: Totals = {
  authorizedMinor: 10_000,
  capturedMinor: 0,
  refundedMinor: 0,
  releasedMinor: 0,
}
const CAPTURED: Totals = { ...HELD, capturedMinor: 10_000 }
const REFUNDED: Totals = { ...CAPTURED, refundedMinor: 10_000 }
const VOIDED: Totals = { ...HELD, releasedMinor: 10_000 }

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

/** Milliseconds until the next read of a payment as it is imported; null when there is none. */
async function nextReadMs(payment: Partial<TransactionSnapshot>): Promise<number | null> {
  const id = await payments.add(payment)
  const [row] = await payments.database.run((db) =>
    db.select().from(scheduledReads).where(eq(scheduledReads.transactionId, id)),
  )
  return row === undefined ? null : Number(row.dueAt) - Date.now()
}

const changedAgo = (ms: number) => new Date(Date.now() - ms)

describe('the next read of a payment', () => {
  it.each([
    ['a quarter of the time since its last change', HELD, 2 * DAY_MS, (2 * DAY_MS) / ageDivisor],
    ['not before some minutes', HELD, 60_000, shortestMs],
    ['within a day while something is held', HELD, 90 * DAY_MS, heldLongestMs],
    ['later once all is captured', CAPTURED, 100 * DAY_MS, (100 * DAY_MS) / ageDivisor],
    ['within a month once all is captured', CAPTURED, giveUpMs - DAY_MS, capturedLongestMs],
  ])('is due: %s', async (_, totals, changedAgoMs, dueInMs) => {
    const ms = await nextReadMs({ totals, updatedAt: changedAgo(changedAgoMs) })
    const spread = (dueInMs * jitterPercent) / 100 + 5_000
    expect(Math.abs((ms ?? 0) - dueInMs)).toBeLessThan(spread)
  })

  it('is spread, so that payments that came together are not read together', async () => {
    const same = { totals: HELD, updatedAt: changedAgo(4 * DAY_MS) }
    const due = await Promise.all(Array.from({ length: 8 }, () => nextReadMs(same)))
    const [first = 0] = due
    expect(due.some((ms) => Math.abs((ms ?? 0) - (first ?? 0)) > 60_000)).toBe(true)
  })

  it('is never due where nothing has changed for very long', async () => {
    const payment = { totals: HELD, updatedAt: changedAgo(giveUpMs + DAY_MS) }
    expect(await nextReadMs(payment)).toBeNaN()
  })

  it.each([
    ['all is refunded', { totals: REFUNDED }],
    ['it is voided', { totals: VOIDED }],
    ['it was declined', { phase: 'declined' as const }],
    ['it failed', { phase: 'failed' as const }],
  ])('is none where nothing can change any more: %s', async (_, payment) => {
    expect(await nextReadMs(payment)).toBeNull()
  })

  it('is taken off the schedule when a payment is over', async () => {
    const providerTransactionId = 'T1.over'
    const id = await payments.add({ providerTransactionId })
    const findRead = () =>
      payments.database.run((db) =>
        db.select().from(scheduledReads).where(eq(scheduledReads.transactionId, id)),
      )
    expect(await findRead()).toHaveLength(1)
    await payments.add({ providerTransactionId, totals: VOIDED })
    expect(await findRead()).toEqual([])
  })
})
