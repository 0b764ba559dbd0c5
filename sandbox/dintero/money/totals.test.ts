import { describe, expect, it } from 'vitest'
import type { Transaction, TransactionEvent } from '../transaction'
import { deriveStatus, type StatusRules } from './derive-status'
import { totalsOf } from './totals'

const RULES: StatusRules = {
  voidAfterPartCapture: 'status-unchanged',
  refundOfPartCapture: 'PARTIALLY_CAPTURED_REFUNDED',
}

function transactionWith(events: Partial<TransactionEvent>[]): Transaction {
  return {
    id: 'T11112222.x',
    account_id: 'T11112222',
    version: 1,
    session_id: 'T11112222.y',
    payment_product: 'klarna',
    payment_product_type: 'klarna.klarna',
    amount: 1000,
    currency: 'NOK',
    status: 'AUTHORIZED',
    settlement_status: 'NOT_SETTLED',
    channel: 'ecommerce',
    merchant_reference: 'r',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    events: events.map((event, index) => ({
      id: String(index + 1),
      event: 'CAPTURE',
      transaction_status: 'AUTHORIZED',
      success: true,
      created_at: '2026-01-01T00:00:00.000Z',
      ...event,
    })),
  }
}

const capture = (amount: number): Partial<TransactionEvent> => ({ event: 'CAPTURE', amount })
const refund = (amount: number): Partial<TransactionEvent> => ({ event: 'REFUND', amount })
const release: Partial<TransactionEvent> = { event: 'VOID' }

describe('sandbox Dintero: the status by the sums (fact sheet §6.2)', () => {
  it.each([
    [[], 'AUTHORIZED'],
    [[release], 'AUTHORIZATION_VOIDED'],
    [[capture(400)], 'PARTIALLY_CAPTURED'],
    [[capture(400), capture(600)], 'CAPTURED'],
    [[capture(1000), refund(1)], 'PARTIALLY_REFUNDED'],
    [[capture(1000), refund(1000)], 'REFUNDED'],
    [[capture(400), refund(100)], 'PARTIALLY_CAPTURED_REFUNDED'],
    [[capture(400), refund(400)], 'PARTIALLY_CAPTURED_REFUNDED'],
    [[capture(400), release], 'PARTIALLY_CAPTURED'],
    [[capture(400), { ...capture(600), success: false }], 'PARTIALLY_CAPTURED'],
    [[{ event: 'INITIATE_CAPTURE', amount: 1000 }], 'AUTHORIZED'],
  ] as const)('%j: %s', (events, status) => {
    expect(deriveStatus(totalsOf(transactionWith([...events])), RULES)).toBe(status)
  })
})

describe('sandbox Dintero: a correction', () => {
  const correction = (
    captureLeft: number,
    refundLeft: number,
    ids?: string[],
  ): Partial<TransactionEvent> => ({
    success: false,
    correction: {
      ...(ids && { event_ids: ids }),
      status: 'PARTIALLY_CAPTURED',
      remaining_capture_amount: captureLeft,
      remaining_refund_amount: refundLeft,
      remaining_void_amount: captureLeft,
    },
  })

  it.each([
    [
      'holds without a repair event',
      [{ ...capture(400), ...correction(600, 400) }],
      { captured: 400, capturable: 600, refundable: 400 },
    ],
    [
      'already holds the capture it names',
      [{ ...capture(400), ...correction(600, 400, ['2']) }, capture(400)],
      { captured: 400, capturable: 600, refundable: 400 },
    ],
    [
      'already holds the refund it names',
      [capture(400), { ...refund(100), ...correction(600, 300, ['3']) }, refund(100)],
      { captured: 400, refunded: 100, capturable: 600, refundable: 300 },
    ],
    [
      'of a refund leaves what was captured',
      [capture(400), { ...refund(100), ...correction(600, 300) }],
      { captured: 400, refunded: 100, capturable: 600, refundable: 300 },
    ],
    [
      'of a release that happened leaves nothing to capture',
      [capture(400), { ...release, ...correction(0, 400) }],
      { captured: 400, released: true, capturable: 0 },
    ],
    [
      'is followed by what comes later',
      [{ ...capture(400), ...correction(600, 400, ['2']) }, capture(400), capture(100), refund(50)],
      { captured: 500, refunded: 50, capturable: 500, refundable: 450 },
    ],
  ])('%s', (_name, events, totals) => {
    expect(totalsOf(transactionWith(events))).toMatchObject(totals)
  })
})
