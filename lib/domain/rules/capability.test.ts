import { describe, expect, it } from 'vitest'
import type { DenialReason } from '@/lib/domain/operation/denial-reason'
import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import { deriveStatus, type Totals, type TransactionPhase } from '@/lib/domain/payment/transaction'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import { capability, type Situation } from './capability'

function payment(
  method: string,
  amounts: readonly [authorized: number, captured?: number, refunded?: number, released?: number],
  phase: TransactionPhase = 'open',
): Situation {
  const [authorizedMinor, capturedMinor = 0, refundedMinor = 0, releasedMinor = 0] = amounts
  const totals: Totals = { authorizedMinor, capturedMinor, refundedMinor, releasedMinor }
  return {
    provider: 'dintero',
    method,
    status: deriveStatus(phase, totals),
    amountMinor: authorizedMinor,
    totals,
    flags: [],
    events: [],
    operations: [],
    openOperation: null,
  }
}

function denialReason(kind: OperationKind, situation: Situation): DenialReason | number {
  const result = capability(kind, situation)
  return result.allowed ? result.maxMinor : result.denialReason
}

const KLARNA = 'klarna.klarna'
const CARD = 'bambora.creditcard'

describe('capability', () => {
  it.each([[[100, 101] as const], [[100, 50, 60] as const], [[100, 60, 0, 41] as const]])(
    'offers nothing on figures that contradict each other: %j (A3)',
    (amounts) => {
      const situation: Situation = {
        ...payment('oppwa.visa', amounts),
        provider: 'oppwa',
        flags: ['debit', 'stored_card'],
      }
      const offered = OPERATION_KINDS.filter((kind) => capability(kind, situation).allowed)
      expect(offered).toEqual([])
      expect(denialReason('refund', situation)).toBe('figures_contradict')
      expect(denialReason('capture', situation)).toBe('figures_contradict')
    },
  )

  it.each<[OperationKind, Situation, DenialReason | number]>([
    ['capture', payment(KLARNA, [100]), 100],
    ['capture', payment(KLARNA, [100, 40]), 60],
    ['capture', payment(KLARNA, [100, 40, 10]), 60],
    ['capture', payment(KLARNA, [100, 100]), 'nothing_held'],
    ['capture', payment(KLARNA, [100, 0, 0, 100]), 'voided'],
    ['refund', payment(KLARNA, [100]), 'nothing_captured'],
    ['refund', payment(KLARNA, [100, 40, 10]), 30],
    ['refund', payment(KLARNA, [100, 100, 100]), 'all_refunded'],
    ['refund', payment(KLARNA, [100, 0, 0, 100]), 'voided'],
    ['void', payment(KLARNA, [100]), 100],
    ['void', payment(KLARNA, [100, 40]), 60],
    ['void', payment(CARD, [100]), 100],
    ['void', payment(CARD, [100, 40]), 'void_rest_unsupported'],
    ['void', payment('payex.creditcard', [100, 40]), 60],
    ['void', payment(KLARNA, [100, 100]), 'captured_cannot_void'],
    ['void', payment(KLARNA, [100, 40, 0, 60]), 'nothing_held'],
    ['update_authorization', payment(KLARNA, [100, 40, 0, 60]), 'nothing_held'],
    ['void', payment('swish.swish', [100, 100]), 'no_authorization_phase'],
    ['void', payment('payex.swish', [100, 100]), 'no_authorization_phase'],
    ['update_authorization', payment(KLARNA, [100]), 200_000_000],
    ['update_authorization', payment('klarna.billie', [100, 40]), 200_000_000],
    ['update_authorization', payment(KLARNA, [100, 100]), 'update_after_capture'],
    ['update_authorization', payment(CARD, [100]), 'update_unsupported'],
    ['extend_authorization', payment(KLARNA, [100]), 100],
    ['extend_authorization', payment(CARD, [100]), 'extend_unsupported'],
  ])('%s of %j is %s', (kind, situation, expected) => {
    expect(denialReason(kind, situation)).toBe(expected)
  })

  const debit = (change: Partial<Situation> = {}): Situation => ({
    ...payment('oppwa.visa', [100, 100, 30]),
    provider: 'oppwa',
    amountMinor: 100,
    flags: ['debit', 'stored_card'],
    ...change,
  })
  const reversed = payment('oppwa.visa', [100, 0, 0, 100])

  it('offers no more for a refund than the largest of several charges', () => {
    const charge = (providerEventId: string, amountMinor: number): TransactionEvent => ({
      providerEventId,
      amountMinor,
      kind: 'capture',
      providerKind: 'CP',
      state: 'succeeded',
      lines: [],
      reference: null,
      operationId: null,
      providerReference: null,
      error: null,
      occurredAt: null,
      closes: [],
    })
    const events = [charge('1', 40), charge('2', 60)]
    expect(denialReason('refund', { ...debit(), flags: [], events })).toBe(60)
  })

  it.each<[string, OperationKind, Situation, DenialReason | number]>([
    ['of a debit, up to what it was for', 'charge_again', debit(), 100],
    ['of a debit with a second charge', 'charge_again', debit({ amountMinor: 40 }), 40],
    ['of a capture', 'charge_again', debit({ flags: ['stored_card'] }), 'not_charged_at_once'],
    ['of a reversal', 'charge_again', debit({ totals: reversed.totals }), 'never_charged'],
    ['of a wallet', 'charge_again', debit({ method: 'oppwa.knet' }), 'not_offered'],
    ['of another provider', 'charge_again', debit({ provider: 'dintero' }), 'not_offered'],
    ['of a stored card, refunded or not', 'pay_out', debit(), 100],
    ['of a card that is not stored', 'pay_out', debit({ flags: ['debit'] }), 'no_stored_card'],
    ['of a reversal', 'pay_out', debit({ totals: reversed.totals }), 'never_charged'],
    ['of a card', 'confirm_receipt', debit(), 'not_offered'],
  ])('beside a payment, %s: %s', (_, kind, situation, expected) => {
    expect(denialReason(kind, situation)).toBe(expected)
  })

  it('books what is still to come of a transfer', () => {
    const transfer = { ...payment('oppwa.prepayment', [100, 40]), provider: 'oppwa' } as const
    expect(denialReason('confirm_receipt', transfer)).toBe(60)
    const arrived = { ...payment('oppwa.prepayment', [100, 100]), provider: 'oppwa' } as const
    expect(denialReason('confirm_receipt', arrived)).toBe('nothing_held')
  })

  it.each([
    ['initiated', 'not_paid_yet'],
    ['on_hold', 'on_hold'],
    ['declined', 'declined'],
    ['failed', 'failed'],
    ['unknown', 'status_unknown'],
  ] as const)('allows nothing of a payment that is %s, whatever its totals: %s', (phase, why) => {
    for (const kind of ['capture', 'refund', 'void', 'update_authorization'] as const) {
      expect(denialReason(kind, payment(KLARNA, [100, 40], phase))).toBe(why)
    }
  })

  it('allows nothing while another operation is open, nor before or instead of an authorization', () => {
    for (const kind of OPERATION_KINDS) {
      expect(['operation_open', 'not_offered']).toContain(
        denialReason(kind, { ...payment(KLARNA, [100, 40]), openOperation: {} }),
      )
      expect(capability(kind, debit({ openOperation: {} })).allowed).toBe(false)
      for (const phase of ['initiated', 'on_hold', 'declined', 'failed', 'unknown'] as const) {
        expect(capability(kind, payment(KLARNA, [0], phase)).allowed).toBe(false)
      }
    }
  })
})
