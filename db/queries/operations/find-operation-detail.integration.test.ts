import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findConnection } from '@/db/queries/sync/connections'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addOperation } from '@/testing/operation-row'
import { orderItem } from '@/testing/order-item'
import { findOperation } from './find-operation'
import { findOperationDetail } from './find-operation-detail'
import { findTransactionVersion } from './find-transaction-version'

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

async function detail(operationId: string): Promise<OperationDetail> {
  const found = await findOperationDetail(payments.database, 'all', operationId)
  if (found === null) throw new Error('there is no such operation')
  return found
}

const NOW: Totals = {
  authorizedMinor: 9_000,
  capturedMinor: 4_000,
  refundedMinor: 300,
  releasedMinor: 200,
}
const BEFORE: Totals = {
  authorizedMinor: 9_500,
  capturedMinor: 1_000,
  refundedMinor: 20,
  releasedMinor: 100,
}

describe('an operation’s page', () => {
  it('shows the operation, and its payment as last read', async () => {
    const { database, otherConnectionId } = payments
    const read = {
      providerTransactionId: 'T1.whole',
      orderReference: 'FF-1001',
      totals: NOW,
      flags: ['stored_card'],
      portalUrl: 'https://portal.example.com/T1.whole',
    } as const
    const customer = { email: null, phone: null, customerId: null, isBusiness: false }
    const payment = { ...read, customer: { ...customer, name: 'Kari Hansen' } }
    const transactionId = await payments.add(payment, otherConnectionId)
    const change = { baselineTotals: BEFORE, providerReference: 'cap-1', reason: 'Shipped' }
    const id = await addOperation(database, transactionId, change)
    const connection = await findConnection(database, otherConnectionId)
    const found = await detail(id)
    expect(found).toMatchObject({
      operation: await findOperation(database, 'all', id),
      providerReference: 'cap-1',
      correction: null,
      totalsBefore: BEFORE,
      totalsNow: NOW,
      flags: ['stored_card'],
      items: [],
      orderReference: 'FF-1001',
      customerName: 'Kari Hansen',
      provider: connection?.provider,
      isTest: connection?.isTest,
      providerTransactionId: 'T1.whole',
      portalUrl: 'https://portal.example.com/T1.whole',
      version: await findTransactionVersion(database, 'all', transactionId),
    })
    expect(Math.abs(found.readAt.getTime() - Date.now())).toBeLessThan(10_000)
  })

  it('shows the one operation of a payment that has several', async () => {
    const transactionId = await payments.add({})
    const settled = { state: 'succeeded' } as const
    const ids = [
      await addOperation(payments.database, transactionId, settled),
      await addOperation(payments.database, transactionId, settled),
      await addOperation(payments.database, transactionId),
    ]
    for (const id of ids) expect((await detail(id)).operation.id).toBe(id)
  })

  it('names the lines of its own order as the provider orders them', async () => {
    await payments.add({ items: [orderItem('theirs')] })
    const items = ['c', 'a', 'b'].map((lineId) => orderItem(lineId))
    const id = await addOperation(payments.database, await payments.add({ items }))
    expect((await detail(id)).items).toEqual([
      { item: { lineId: 'c', description: 'Item c' } },
      { item: { lineId: 'a', description: 'Item a' } },
      { item: { lineId: 'b', description: 'Item b' } },
    ])
  })

  it('is none where no operation has this id', async () => {
    const transactionId = await payments.add({})
    const id = await addOperation(payments.database, transactionId)
    for (const other of [transactionId, randomUUID(), id.toUpperCase(), id.slice(1), '']) {
      expect(await findOperationDetail(payments.database, 'all', other)).toBeNull()
    }
  })
})

describe('the correction of a refused operation', () => {
  async function addRefused(events: readonly TransactionEvent[], reference: string) {
    const transactionId = await payments.add({ events })
    return addOperation(payments.database, transactionId, { state: 'refused', reference })
  }

  it('is the first event by which the provider shows it done after all', async () => {
    const done = (providerEventId: string, reference: string) =>
      captureEvent({ providerEventId, reference })
    const events = [done('1', 'pd-other'), done('9', 'pd-own'), done('5', 'pd-own')]
    const id = await addRefused(events, 'pd-own')
    expect((await detail(id)).correction).toEqual({
      operationId: id,
      providerEventId: '9',
      amountMinor: 300,
      occurredAt: events[1]?.occurredAt,
    })
  })

  it('is none where only another payment’s history shows it', async () => {
    await payments.add({ events: [captureEvent({ reference: 'pd-elsewhere' })] })
    const id = await addRefused([captureEvent({ state: 'failed' })], 'pd-elsewhere')
    expect((await detail(id)).correction).toBeNull()
  })
})
