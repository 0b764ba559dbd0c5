import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scheduledReads } from '@/db/schema/scheduled-reads'
import { holdRows } from '@/testing/held-row'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { secondsAgo } from '@/testing/operation-row'
import { claimDuePayments, scheduleReadNow, type DuePayment } from './scheduled-reads'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.owner.run((db) => db.execute(sql`delete from transactions`))
})

/** A payment whose next read is due then. Returns the provider's id. */
async function addDue(dueAt: Date | null): Promise<string> {
  const providerTransactionId = `T1.${randomUUID()}`
  const id = await payments.add({ providerTransactionId, orderReference: 'ORDER-1' })
  const { database } = payments
  if (dueAt === null) {
    await database.run((db) =>
      db.delete(scheduledReads).where(eq(scheduledReads.transactionId, id)),
    )
  } else {
    await database.run((db) =>
      db.update(scheduledReads).set({ dueAt }).where(eq(scheduledReads.transactionId, id)),
    )
  }
  return providerTransactionId
}

const claim = (limit = 10) =>
  claimDuePayments(payments.database, { limit, retryMs: 900_000, disabledMs: 60_000 })
const idsOf = (claimed: readonly DuePayment[]) =>
  claimed.map(({ providerTransactionId }) => providerTransactionId).toSorted()

async function dueTimes(): Promise<readonly Date[]> {
  const rows = await payments.database.run((db) => db.select().from(scheduledReads))
  return rows.map(({ dueAt }) => dueAt)
}

describe('claiming payments whose read is due', () => {
  it('takes a due one, which is due again later if nothing comes of it', async () => {
    const providerTransactionId = await addDue(secondsAgo(1))
    const { connectionId } = payments
    expect(await claim()).toEqual([
      { connectionId, providerTransactionId, orderReference: 'ORDER-1' },
    ])
    const [dueAt] = await dueTimes()
    expect(Math.abs(Number(dueAt) - Date.now() - 900_000)).toBeLessThan(5_000)
    expect(await claim()).toEqual([])
  })

  it('leaves alone what is due later, or never', async () => {
    await addDue(secondsAgo(-30))
    await addDue(null)
    expect(await claim()).toEqual([])
  })

  it('passes by what another instance is just at, without waiting for it', async () => {
    await addDue(secondsAgo(30))
    const select = 'select 1 from scheduled_reads where due_at <= now()'
    const release = await holdRows(payments.databaseUrl, select)
    try {
      const free = await addDue(secondsAgo(1))
      expect(idsOf(await claim())).toEqual([free])
    } finally {
      await release()
    }
  })

  it('takes the longest overdue first, and no more than the given number', async () => {
    await addDue(secondsAgo(1))
    const old = [await addDue(secondsAgo(30)), await addDue(secondsAgo(20))]
    expect(idsOf(await claim(2))).toEqual(old.toSorted())
  })

  it('gives each to one of several instances that ask at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => addDue(secondsAgo(1))))
    const claims = await Promise.all(Array.from({ length: 4 }, () => claim(2)))
    expect(claims.flatMap(idsOf).toSorted()).toEqual(ids.toSorted())
  })
})

describe('having a payment read now', () => {
  it('makes its own read due, which was due later, and no other', async () => {
    const later = secondsAgo(-3_600)
    await addDue(later)
    const providerTransactionId = `T1.${randomUUID()}`
    const id = await payments.add({ providerTransactionId })
    await payments.database.run((db) => db.update(scheduledReads).set({ dueAt: later }))
    await scheduleReadNow(payments.database, id)
    expect(idsOf(await claim())).toEqual([providerTransactionId])
  })

  it('makes a read due of a payment that had none', async () => {
    const id = await payments.add({})
    await payments.database.run((db) => db.delete(scheduledReads))
    await scheduleReadNow(payments.database, id)
    expect(await claim()).toHaveLength(1)
  })
})
