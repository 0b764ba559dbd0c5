import { describe, expect, it } from 'vitest'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import { i18nFor } from '@/lib/i18n/i18n'
import type { OperationCommand } from '../port'
import { capturesPayment, OPERATIONS, operationsPayment } from './fixtures'
import { interpretResponse } from './interpret-response'

const NOW = new Date('2026-03-10T12:00:00Z')
const REFERENCE = 'pd-00000000000040008000000000000aaa'
const { authorization, capture, cancel } = OPERATIONS
const ours = { ...capture, comment: REFERENCE }

const command: OperationCommand = {
  kind: 'capture',
  transaction: { providerTransactionId: 'order-1001', orderReference: 'order-1001' },
  method: 'card.visa',
  amountMinor: 6_000,
  currency: 'EUR',
  lines: [],
  newItems: null,
  reference: REFERENCE,
  operationId: '00000000-0000-4000-8000-000000000aaa',
  reason: null,
  sendBeforeMs: () => 1,
}

function response(status: number, body: unknown, change: Partial<OperationCommand> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answered = { kind: 'answer', status, headers: {}, body: text } as const
  return interpretResponse({ ...command, ...change }, 'T123456789', answered, NOW)
}

function problem(status: number, type = 'about:blank', detail = '') {
  return response(status, { type, title: 'Title', detail, status })
}

const { t } = i18nFor('en', 'Europe/Oslo')
const DEFINITIONS = 'https://api.bambora.com/definitions/payments/'

describe('Bambora Native: 201 with all operations', () => {
  it.each([
    ['that carries our comment', ours],
    ['that is the last and carries no comment', capture],
  ])('and ours among them %s is a success', (_, operation) => {
    expect(response(201, operationsPayment('Captured', [authorization, operation]))).toMatchObject({
      outcome: 'succeeded',
      snapshot: { totals: { capturedMinor: 6_000 } },
    })
  })

  it('and ours failed is a refusal', () => {
    const failed = { ...ours, success: false, code: '05' }
    expect(response(201, operationsPayment('Authorized', [authorization, failed]))).toMatchObject({
      outcome: 'refused',
      refusal: { code: '05' },
    })
  })

  it('and a cancel, which has no amount, is a success', () => {
    const void_ = { kind: 'void', amountMinor: 10_000 } as const
    expect(
      response(201, operationsPayment('Canceled', [authorization, cancel]), void_),
    ).toMatchObject({ outcome: 'succeeded', snapshot: { totals: { releasedMinor: 10_000 } } })
  })

  it.each([
    ['nothing of ours', operationsPayment('Authorized')],
    [
      'another’s capture last',
      operationsPayment('Captured', [
        authorization,
        { ...capture, comment: 'pd-ffffffffffff4fff8fffffffffffffff' },
      ]),
    ],
    ['another amount', operationsPayment('Captured', [authorization, { ...ours, amount: 100 }])],
    [
      'ours twice',
      operationsPayment('Captured', [
        authorization,
        { ...ours, amount: 5_000 },
        { ...ours, id: 'op-3', amount: 5_000 },
      ]),
    ],
    [
      'another payment',
      { ...operationsPayment('Captured', [authorization, ours]), external_id: 'other' },
    ],
    [
      'another merchant',
      { ...operationsPayment('Captured', [authorization, ours]), merchant_id: 'T2' },
    ],
    [
      'another currency',
      operationsPayment('Captured', [
        { ...authorization, currency: 'SEK' },
        { ...ours, currency: 'SEK' },
      ]),
    ],
    ['HTML', '<html>Bad Gateway</html>'],
    ['nothing', ''],
  ])('about %s is unknown', (_, body) => {
    expect(response(201, body).outcome).toBe('unknown')
  })
})

describe('Bambora Native: 201 with captures only', () => {
  it.each([REFERENCE, ''])(
    'and a last capture of ours with the comment %j is a success',
    (comment) => {
      const captures = [{ amount: 6_000, currency: 'EUR', comment }]
      expect(response(201, capturesPayment('Captured', captures)).outcome).toBe('succeeded')
    },
  )

  it.each(['refund', 'void'] as const)('is all that a %s is told by', (kind) => {
    const captures = [{ amount: 6_000, currency: 'EUR', comment: '' }]
    const body =
      kind === 'refund' ? capturesPayment('Refunded', captures) : capturesPayment('Canceled')
    expect(response(201, body, { kind }).outcome).toBe('succeeded')
    expect(response(201, { ...body, payment: 'other' }, { kind }).outcome).toBe('unknown')
  })

  it('of another amount is unknown', () => {
    const captures = [{ amount: 5_999, currency: 'EUR', comment: REFERENCE }]
    expect(response(201, capturesPayment('Captured', captures)).outcome).toBe('unknown')
  })
})

describe('Bambora Native: problems', () => {
  it.each([
    [402, 'cannot_capture', 'The capture was refused.'],
    [402, 'cannot_authorize', 'The payment was refused.'],
    [402, 'cannot_cancel', 'The void was refused.'],
    [402, 'cannot_refund', 'The refund was refused.'],
    [402, 'card_type_not_accepted', 'The merchant account does not accept this kind of card.'],
    [402, 'currency_not_supported', 'The merchant account does not have this currency.'],
    [402, 'expired_card', 'The card has expired.'],
    [402, 'invalid_card', 'The card can no longer be used.'],
    [402, 'insufficient_funds', 'There is not enough money on the customer’s account.'],
    [404, 'payment_not_found', 'The provider has no payment with this reference.'],
    [
      422,
      'invalid_payment_state_transition',
      'The provider does not allow this in the payment’s present state.',
    ],
    [451, 'blocked_by_issuer', 'The card’s bank does not allow purchases on the internet.'],
    [451, 'something_new', 'Title.'],
  ])('%i %s is a refusal in words', (status, code, message) => {
    const result = problem(status, DEFINITIONS + code)
    if (result.outcome !== 'refused') throw new Error(result.outcome)
    expect(result.refusal).toMatchObject({ code, message: 'Title.' })
    expect(describeRefusal(t, result.refusal)).toBe(message)
  })

  it.each([
    [400, 'http_400'],
    [401, 'credentials_rejected'],
    [403, 'account_lacks_right'],
    [404, 'http_404'],
    [415, 'http_415'],
  ])('a plain %i is a refusal', (status, code) => {
    expect(problem(status)).toMatchObject({
      outcome: 'refused',
      refusal: { code },
    })
  })

  it('409 of a lock means that nothing was done', () => {
    expect(problem(409, `${DEFINITIONS}payment_operation_blocked`).outcome).toBe('not_sent')
  })

  it('429 means that nothing was done', () => {
    expect(problem(429).outcome).toBe('not_sent')
  })

  it.each([200, 202, 302, 409, 500, 502, 503, 504])('%i proves nothing', (status) => {
    expect(problem(status).outcome).toBe('unknown')
  })

  it('that do not come from the provider prove nothing', () => {
    expect(response(402, '<html>proxy</html>').outcome).toBe('unknown')
  })
})

describe('Bambora Native: no response', () => {
  it('is not_sent only when nothing can have left', () => {
    const interpret = (kind: 'not_sent' | 'no_response') =>
      interpretResponse(
        command,
        'T123456789',
        { kind, problem: { code: 'no_answer_in_time' } },
        NOW,
      ).outcome
    expect(interpret('not_sent')).toBe('not_sent')
    expect(interpret('no_response')).toBe('unknown')
  })
})
