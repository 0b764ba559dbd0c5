import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findConnection } from '@/db/queries/sync/connections'
import { transactions } from '@/db/schema/transactions'
import type { ListCursor } from '@/lib/domain/listing/list-cursor'
import { EVERYTHING, type ListFilter } from '@/lib/domain/listing/list-filter'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { countNewer } from './count-newer'

vi.hoisted(() => {
  process.env.PAYDESK_LIMITS = JSON.stringify({ list: { countCap: 3, scanRows: 6 } })
})

const SHOWN_MS = Date.UTC(2026, 5, 15, 12)

let payments: ListedPayments
/** The newest payment that the list showed. */
let newest: ListCursor

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
beforeEach(async () => {
  await payments.owner.run((db) => db.delete(transactions))
  newest = { at: secondsLater(0), id: await addLater(0) }
})

const secondsLater = (seconds: number) => new Date(SHOWN_MS + seconds * 1_000)

/** A payment that was made so many seconds after the newest shown one; before it, where negative. */
function addLater(seconds: number, payment: Partial<TransactionSnapshot> = {}): Promise<string> {
  return payments.add({ createdAt: secondsLater(seconds), ...payment })
}

/** The number that is counted after a payment of a list. */
function count(filter: Partial<ListFilter> = {}, after = newest, timeZone = 'UTC') {
  const list = { ...EVERYTHING, scope: 'all', timeZone, now: new Date(), ...filter } as const
  return countNewer(payments.database, list, after)
}

describe('the number of payments newer than a list', () => {
  it('counts those made after its newest one, and neither that one nor earlier ones', async () => {
    await addLater(-1)
    expect(await count()).toBe(0)
    await addLater(1)
    await addLater(60)
    expect(await count()).toBe(2)
  })

  it('counts those of the same moment that stand above it in the list', async () => {
    const ids = [newest.id, await addLater(0), await addLater(0)].toSorted()
    const counted = await Promise.all(ids.map((id) => count({}, { at: newest.at, id })))
    expect(counted).toEqual([2, 1, 0])
  })

  it('stops one above the cap, which tells that there are more', async () => {
    for (const seconds of [1, 2, 3]) await addLater(seconds)
    expect(await count()).toBe(3)
    for (const seconds of [4, 5]) await addLater(seconds)
    expect(await count()).toBe(4)
  })

  it('examines one page’s share of rows, the newest first', async () => {
    await addLater(1, { currency: 'SEK' })
    for (const seconds of [2, 3, 4, 5, 6]) await addLater(seconds)
    expect(await count({ currency: 'SEK' })).toBe(1)
    await addLater(7)
    expect(await count({ currency: 'SEK' })).toBe(0)
    await addLater(8, { currency: 'SEK' })
    expect(await count({ currency: 'SEK' })).toBe(1)
  })
})

describe('the number of payments newer than a narrowed list', () => {
  it('counts those of its view', async () => {
    await addLater(1)
    await addLater(2, { phase: 'failed' })
    expect(await count({ view: 'to-capture' })).toBe(1)
  })

  it('counts those of its statuses', async () => {
    await addLater(1)
    await addLater(2, { phase: 'failed' })
    await addLater(3, { phase: 'unknown' })
    expect(await count({ statuses: ['failed', 'unknown'] })).toBe(2)
  })

  it('counts those of its connection and provider', async () => {
    await addLater(1)
    const createdAt = secondsLater(2)
    await payments.add({ createdAt }, payments.otherConnectionId)
    await payments.add({ createdAt }, payments.otherConnectionId)
    expect(await count({ connectionId: payments.connectionId })).toBe(1)
    expect(await count({ connectionId: payments.otherConnectionId })).toBe(2)
    const connection = await findConnection(payments.database, payments.connectionId)
    expect(await count({ provider: connection?.provider ?? null })).toBe(1)
  })

  it('counts those of its days, as the business has them', async () => {
    const day = { createdFrom: '2026-06-16', createdTo: '2026-06-16' }
    await payments.add({ createdAt: new Date('2026-06-15T21:59:59Z') })
    await payments.add({ createdAt: new Date('2026-06-15T22:00:00Z') })
    await payments.add({ createdAt: new Date('2026-06-16T22:30:00Z') })
    await payments.add({ createdAt: new Date('2026-06-16T23:30:00Z') })
    expect(await count(day, newest, 'Europe/Oslo')).toBe(1)
    expect(await count(day)).toBe(2)
  })
})

describe('the number of payments newer than a searched list', () => {
  beforeEach(async () => {
    await addLater(1, { orderReference: 'A-4711' })
    await addLater(2, { orderReference: '4711-B' })
    await addLater(3, { orderReference: 'A-1' })
  })

  it('counts those that the search names, and what only contains it when it looks anywhere', async () => {
    expect(await count({ search: '4711' })).toBe(1)
    expect(await count({ search: '4711', anywhere: true })).toBe(2)
  })

  it('counts those that contain a text that can name nothing', async () => {
    const customer = { email: null, phone: null, customerId: null, isBusiness: false }
    await addLater(4, { customer: { ...customer, name: 'Kari Hansen-Dahl' } })
    await addLater(5, { customer: { ...customer, name: 'Ole Hansen' } })
    await addLater(6, { customer: { ...customer, name: 'Jan Lie' } })
    expect(await count({ search: 'hansen' })).toBe(2)
  })

  it('counts those of an amount', async () => {
    await addLater(4, { amountMinor: 47_11 })
    expect(await count({ search: '47,11' })).toBe(1)
  })

  it('counts none where nothing is named', async () => {
    expect(await count({ search: 'nobody' })).toBe(0)
  })
})
