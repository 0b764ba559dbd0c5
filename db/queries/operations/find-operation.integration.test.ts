import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation } from '@/testing/operation-row'
import { findBaseline } from './find-baseline'
import { findInputDigest } from './find-input-digest'
import { findOperation } from './find-operation'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

describe('finding an operation', () => {
  it('by its id: gives that one as people see it', async () => {
    const { database } = payments
    const transactionId = await payments.add({})
    await addOperation(database, await payments.add({}))
    const id = await addOperation(database, transactionId, { reason: 'Shipped', checks: 3 })
    expect(await findOperation(database, 'all', id)).toMatchObject({
      id,
      transactionId,
      kind: 'capture',
      state: 'unknown',
      amountMinor: 3_000,
      currency: 'NOK',
      actorRole: 'staff',
      reason: 'Shipped',
      reference: `pd-${id}`,
      checks: 3,
      settledAt: null,
    })
    expect(await findOperation(database, 'all', randomUUID())).toBeNull()
  })

  it('gives the digest of the input with which an id was used', async () => {
    const { database } = payments
    const id = await addOperation(database, await payments.add({}), { inputDigest: 'abc' })
    expect(await findInputDigest(database, id)).toBe('abc')
    expect(await findInputDigest(database, randomUUID())).toBeNull()
  })
})

describe('the baseline of an operation', () => {
  it('is what was known before it was sent', async () => {
    const { database } = payments
    const baseline = {
      kind: 'refund' as const,
      amountMinor: 700,
      baselineTotals: {
        authorizedMinor: 9_000,
        capturedMinor: 8_000,
        refundedMinor: 300,
        releasedMinor: 200,
      },
      baselineEventCount: 4,
    }
    const sentAt = new Date('2026-03-01T12:00:00.000Z')
    const change = { ...baseline, sentAt, state: 'refused' as const }
    const id = await addOperation(database, await payments.add({}), change)
    expect(await findBaseline(database, id)).toEqual({
      ...baseline,
      sentAt: '2026-03-01T12:00:00.000000Z',
      storedEvents: [],
      ownRefundsMinor: 0,
    })
  })

  it('of what never was sent has no such time, and of nothing there is none', async () => {
    const { database } = payments
    const id = await addOperation(database, await payments.add({}), { state: 'intended' })
    expect((await findBaseline(database, id)).sentAt).toBeNull()
    await expect(findBaseline(database, randomUUID())).rejects.toThrow('has disappeared')
  })
})
