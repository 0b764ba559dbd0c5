import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpen, OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation } from '@/testing/operation-row'
import { findBaseline } from './find-baseline'
import { findInputDigest } from './find-input-digest'
import { findOpenOperation, findOpenOperationOf } from './find-open-operation'
import { findOperation } from './find-operation'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

async function addPayment() {
  const providerTransactionId = `T1.${randomUUID()}`
  return { providerTransactionId, id: await payments.add({ providerTransactionId }) }
}

describe('finding an operation', () => {
  it('by its id: gives that one as people see it', async () => {
    const { database } = payments
    const { id: transactionId } = await addPayment()
    await addOperation(database, (await addPayment()).id)
    const id = await addOperation(database, transactionId, { reason: 'Shipped', checks: 3 })
    expect(await findOperation(database, id)).toMatchObject({
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
    expect(await findOperation(database, randomUUID())).toBeNull()
  })

  it('gives the digest of the input with which an id was used', async () => {
    const { database } = payments
    const id = await addOperation(database, (await addPayment()).id, { inputDigest: 'abc' })
    expect(await findInputDigest(database, id)).toBe('abc')
    expect(await findInputDigest(database, randomUUID())).toBeNull()
  })

  it.each(OPERATION_STATES)(
    'that is %s: holds its payment just while it is open',
    async (state) => {
      const { database, connectionId } = payments
      const { id, providerTransactionId } = await addPayment()
      const operationId = await addOperation(database, id, { state })
      const expected = isOpen(state) ? { id: operationId } : null
      const found = await findOpenOperation(database, id)
      expect(found && { id: found.id }).toEqual(expected)
      const ofProvider = await findOpenOperationOf(database, connectionId, providerTransactionId)
      expect(ofProvider && { id: ofProvider.id }).toEqual(expected)
    },
  )

  it('of another payment or connection: does not hold this one', async () => {
    const { database, connectionId } = payments
    const [held, free] = [await addPayment(), await addPayment()]
    await addOperation(database, held.id)
    expect(await findOpenOperation(database, free.id)).toBeNull()
    const of = (connection: string, id: string) => findOpenOperationOf(database, connection, id)
    expect(await of(connectionId, free.providerTransactionId)).toBeNull()
    expect(await of(randomUUID(), held.providerTransactionId)).toBeNull()
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
    const id = await addOperation(database, (await addPayment()).id, change)
    expect(await findBaseline(database, id)).toEqual({ ...baseline, sentAt: sentAt.toISOString() })
  })

  it('of what never was sent has no such time, and of nothing there is none', async () => {
    const { database } = payments
    const id = await addOperation(database, (await addPayment()).id, { state: 'intended' })
    expect((await findBaseline(database, id)).sentAt).toBeNull()
    await expect(findBaseline(database, randomUUID())).rejects.toThrow('has disappeared')
  })
})
