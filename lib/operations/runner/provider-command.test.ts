import { describe, expect, it } from 'vitest'
import type { OperationRequest } from '@/lib/domain/operation/operation'
import { captureEvent } from '@/testing/capture-event'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { providerCommand, type CommandedPayment } from './provider-command'

const CUP: OrderItem = {
  lineId: 'b',
  sku: null,
  description: 'Cup',
  quantityMicros: 3_000_000,
  amountMinor: 9_999,
  vatAmountMinor: 2_000,
  vatBasisPoints: 2_500,
  kind: 'physical',
  grossAmountMinor: null,
}

const PAYMENT: CommandedPayment = {
  providerTransactionId: 'T1',
  orderReference: 'ORDER-1',
  method: 'klarna.klarna',
  events: [],
  eventCount: 0,
  items: [{ item: CUP, captured: null, refunded: null }],
}

const REQUEST: OperationRequest = {
  operationId: '0199aaaa-0000-4000-8000-000000000001',
  transactionId: '0199aaaa-0000-4000-8000-000000000002',
  kind: 'refund',
  amountMinor: 3_333,
  currency: 'NOK',
  lines: [{ lineId: 'b', quantityMicros: 1_000_000, amountMinor: 3_333, vatAmountMinor: 667 }],
  newItems: null,
  orderChanges: null,
  reason: 'returned',
}

const SEND = { reference: 'pd-1', sendBeforeMs: () => 500 }

describe('providerCommand', () => {
  it('sends what was reserved, with the names of the payment at its provider', () => {
    expect(providerCommand(REQUEST, PAYMENT, SEND)).toEqual({
      kind: 'refund',
      operationId: REQUEST.operationId,
      amountMinor: 3_333,
      currency: 'NOK',
      lines: [{ ...REQUEST.lines[0], item: CUP }],
      newItems: null,
      reason: 'returned',
      transaction: {
        providerTransactionId: 'T1',
        orderReference: 'ORDER-1',
        knownEvents: 0,
        history: [],
      },
      method: 'klarna.klarna',
      reference: 'pd-1',
      sendBeforeMs: SEND.sendBeforeMs,
    })
  })

  it('counts only the events that the newest read showed, not those that vanished', () => {
    const vanished = captureEvent({ state: 'failed' })
    const shown = captureEvent({ providerEventId: '4' })
    const payment = { ...PAYMENT, events: [vanished, shown], eventCount: 1 }
    expect(providerCommand(REQUEST, payment, SEND)).toMatchObject({
      transaction: { knownEvents: 1, history: [{ state: 'failed' }, { providerEventId: '4' }] },
    })
  })

  it('sends the whole new order of an update of the authorization', () => {
    const request = {
      ...REQUEST,
      kind: 'update_authorization' as const,
      lines: [],
      newItems: [CUP],
    }
    expect(providerCommand(request, PAYMENT, SEND)).toMatchObject({ lines: [], newItems: [CUP] })
  })
})
