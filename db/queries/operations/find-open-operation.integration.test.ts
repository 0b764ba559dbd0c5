import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpen, OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation, secondsAgo } from '@/testing/operation-row'
import { findOpenOperation, findOpenOperationOf } from './find-open-operation'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

interface AddedPayment {
  readonly id: string
  readonly connectionId: string
  readonly providerTransactionId: string
}

async function addPayment(change: Partial<AddedPayment> = {}): Promise<AddedPayment> {
  const { connectionId = payments.connectionId } = change
  const { providerTransactionId = `T1.${randomUUID()}` } = change
  const id = await payments.add({ providerTransactionId }, connectionId)
  return { id, connectionId, providerTransactionId }
}

/** The id of the operation that is found to hold a payment, by each of its two names. */
async function heldBy({ id, connectionId, providerTransactionId }: AddedPayment) {
  const { database } = payments
  const byId = await findOpenOperation(database, id)
  const ofProvider = await findOpenOperationOf(database, connectionId, providerTransactionId)
  expect(ofProvider).toEqual(byId)
  return byId?.id ?? null
}

describe('the operation that holds a payment', () => {
  it.each(OPERATION_STATES)('that is %s: holds it just while it is open', async (state) => {
    const payment = await addPayment()
    const operationId = await addOperation(payments.database, payment.id, { state })
    expect(await heldBy(payment)).toBe(isOpen(state) ? operationId : null)
  })

  it('is given as people see it', async () => {
    const payment = await addPayment()
    const change = { kind: 'void', state: 'pending', amountMinor: 700, reason: 'Sold out' } as const
    const id = await addOperation(payments.database, payment.id, change)
    expect(await findOpenOperation(payments.database, payment.id)).toMatchObject({
      ...change,
      id,
      transactionId: payment.id,
      currency: 'NOK',
      reference: `pd-${id}`,
      settledAt: null,
    })
  })

  it('is the open one among those that are settled, earlier or later', async () => {
    const { database } = payments
    const payment = await addPayment()
    const settled = { state: 'succeeded' } as const
    await addOperation(database, payment.id, { ...settled, createdAt: secondsAgo(200) })
    const open = await addOperation(database, payment.id, { createdAt: secondsAgo(100) })
    await addOperation(database, payment.id, { ...settled, createdAt: secondsAgo(50) })
    expect(await heldBy(payment)).toBe(open)
  })

  it('does not hold another payment of the same account', async () => {
    const [held, free] = [await addPayment(), await addPayment()]
    await addOperation(payments.database, held.id)
    expect(await heldBy(free)).toBeNull()
  })

  it('does not hold the payment with the same provider id of another account', async () => {
    const connectionId = payments.otherConnectionId
    const held = await addPayment()
    const { providerTransactionId } = held
    const free = await addPayment({ connectionId, providerTransactionId })
    await addOperation(payments.database, held.id)
    expect(await heldBy(free)).toBeNull()
    const later = await addOperation(payments.database, free.id)
    expect(await heldBy(free)).toBe(later)
    expect(await heldBy(held)).not.toBe(later)
  })

  it('is none where there is no such payment', async () => {
    const { connectionId } = payments
    const providerTransactionId = `T1.${randomUUID()}`
    await addOperation(payments.database, (await addPayment()).id)
    expect(await heldBy({ id: randomUUID(), connectionId, providerTransactionId })).toBeNull()
  })
})
