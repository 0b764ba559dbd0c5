import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation } from '@/testing/operation-row'
import { claimDueOperations } from './claim-operations'

const REFERENCE = 'pd-vanishing'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

/** An accepted capture whose only event carries its reference, and which a later read lacks. */
async function addVanished() {
  const { database } = payments
  const underWay = captureEvent({ reference: REFERENCE, state: 'pending' })
  const read = authorizedSnapshot({ events: [underWay] })
  const transactionId = await payments.add(read)
  const operationId = await addOperation(database, transactionId, {
    state: 'pending',
    reference: REFERENCE,
  })
  await payments.add({ ...read, events: [] })
  return { transactionId, operationId, providerEventId: underWay.providerEventId }
}

it('stored events: one with the operation’s reference is still its own once it has vanished', async () => {
  const { operationId, providerEventId } = await addVanished()
  const [claimed] = await claimDueOperations(payments.database, { limit: 1, leaseMs: 1_000 })
  expect(claimed).toMatchObject({
    id: operationId,
    eventCount: 0,
    storedEvents: [{ providerEventId, operationId, state: 'failed' }],
  })
})

it('stored events: a vanished one is kept and not counted among those of the newest read', async () => {
  const { transactionId, providerEventId } = await addVanished()
  expect(await findTransactionView(payments.database, 'all', transactionId)).toMatchObject({
    eventCount: 0,
    events: [{ providerEventId, state: 'failed' }],
  })
})
