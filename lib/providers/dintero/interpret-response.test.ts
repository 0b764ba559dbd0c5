import { describe, expect, it } from 'vitest'
import { describeRefusal } from '@/lib/i18n/describe-refusal'
import { i18nFor } from '@/lib/i18n/i18n'
import type { OperationCommand } from '../port'
import { fixtures, withEvents } from './fixtures'
import { interpretResponse } from './interpret-response'

const { t } = i18nFor('en', 'Europe/Oslo')

const command: OperationCommand = {
  kind: 'capture',
  transaction: { providerTransactionId: fixtures.authorized.id, orderReference: 'ORDER-10042' },
  method: 'klarna.klarna',
  amountMinor: 119700,
  currency: 'NOK',
  lines: [],
  newItems: null,
  reference: 'SHIP-1',
  operationId: '00000000-0000-4000-8000-00000000aaaa',
  reason: null,
  sendBeforeMs: () => Infinity,
}

function response(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return interpretResponse(command, { kind: 'answer', status, headers: {}, body: text })
}

describe('Dintero: 200', () => {
  it('with our event is a success, and brings the provider’s reference', () => {
    expect(response(200, fixtures.partiallyCaptured)).toMatchObject({
      outcome: 'succeeded',
      providerReference: 'klarna-capture-1',
      snapshot: { totals: { capturedMinor: 119700 } },
    })
  })

  it('without our event proves nothing', () => {
    expect(response(200, fixtures.authorized).outcome).toBe('unknown')
  })

  it('with a failed event of ours is a refusal with its advice', () => {
    expect(response(200, withEvents(fixtures.authorized, [fixtures.captureFailed]))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'CAPTURE_NOT_ALLOWED', retry: { kind: 'do_not_retry' } },
    })
  })

  it('recognises an event by our operation id when the reference is missing', () => {
    const event = {
      ...fixtures.closingCapture,
      event_reference: undefined,
      metadata: { ext_operation_id: command.operationId },
    }
    expect(response(200, withEvents(fixtures.authorized, [event])).outcome).toBe('succeeded')
  })

  it.each([
    ['another payment', { ...fixtures.partiallyCaptured, id: 'T12345678.other' }],
    ['another currency', { ...fixtures.partiallyCaptured, currency: 'SEK' }],
    [
      'another amount',
      withEvents(fixtures.authorized, [{ ...fixtures.closingCapture, amount: 100 }]),
    ],
    [
      'our event twice',
      withEvents(fixtures.partiallyCaptured, [{ ...fixtures.closingCapture, amount: 119700 }]),
    ],
    ['HTML', '<html>Bad Gateway</html>'],
    ['nothing', ''],
    ['half an answer', JSON.stringify(fixtures.partiallyCaptured).slice(0, 500)],
    ['an array', []],
  ])('about %s is unknown', (_, body) => {
    expect(response(200, body).outcome).toBe('unknown')
  })
})

describe('Dintero: 202', () => {
  it('is pending', () => {
    expect(response(202, withEvents(fixtures.authorized, [fixtures.initiateCapture])).outcome).toBe(
      'pending',
    )
  })

  it('is settled when the closing event is there already', () => {
    const events = [fixtures.initiateCapture, fixtures.closingCapture]
    expect(response(202, withEvents(fixtures.authorized, events)).outcome).toBe('succeeded')
  })

  it('that cannot be read is unknown', () => {
    expect(response(202, 'accepted').outcome).toBe('unknown')
  })
})

describe('Dintero: errors', () => {
  it.each([400, 401, 403, 404, 409, 422])('%i in the provider’s words is a refusal', (status) => {
    expect(response(status, { error: { message: 'no' } })).toMatchObject({
      outcome: 'refused',
      refusal: { message: 'no' },
    })
  })

  it.each([
    [{ error: { code: 'NOT FOUND', message: 'Nothing here' } }, 'Nothing here'],
    [{ error: 'plain' }, 'plain'],
    [{ message: 'at the top' }, 'at the top'],
    [{ error: { message: 'invalid_items' } }, 'invalid_items'],
  ])('reads the message from %j', (body, message) => {
    expect(response(400, body)).toMatchObject({ refusal: { message } })
  })

  it('gives a message that we know our own code, and any other the provider’s', () => {
    const refusal = (message: string) => response(400, { error: { code: 'BAD_REQUEST', message } })
    expect(refusal('invalid_items')).toMatchObject({ refusal: { code: 'items_do_not_fit' } })
    expect(refusal('too late')).toMatchObject({ refusal: { code: 'BAD_REQUEST' } })
    expect(response(403, { error: { message: 'no' } })).toMatchObject({
      refusal: { code: 'http_403' },
    })
  })

  it.each([
    ['invalid_items', 'The order lines do not fit the order as the provider has it.'],
    ['amount exceeds remaining amount', 'The amount is more than what is left at the provider.'],
    [
      'operation not allowed for transaction status',
      'The provider does not allow this in the payment’s present state.',
    ],
    [
      'transaction cannot be updated',
      'The provider cannot change this order or its hold as it stands.',
    ],
    ['Transaction not found', 'The provider has no payment with this reference.'],
    ['FORBIDDEN', 'The provider account does not have the right to do this.'],
    ['Unauthorized', 'The provider did not accept our credentials.'],
  ])('the screen words “%s”', (message, words) => {
    const result = response(400, { error: { message } })
    if (result.outcome !== 'refused') throw new Error(result.outcome)
    expect(result.refusal.message).toBe(message)
    expect(describeRefusal(t, result.refusal)).toBe(words)
  })

  it('400 from something that is not the provider is unknown', () => {
    expect(response(400, '<html>proxy</html>').outcome).toBe('unknown')
  })

  it('429 was rejected before it did anything', () => {
    expect(response(429, { error: { message: 'Too Many Requests' } }).outcome).toBe('not_sent')
  })

  it.each([408, 500, 502, 503, 504])('%i is unknown', (status) => {
    expect(response(status, { error: { message: 'pageErrors' } }).outcome).toBe('unknown')
  })
})

describe('Dintero: no response', () => {
  it('is not_sent only when nothing can have left', () => {
    expect(
      interpretResponse(command, { kind: 'not_sent', problem: { code: 'too_late' } }).outcome,
    ).toBe('not_sent')
    expect(
      interpretResponse(command, { kind: 'no_response', problem: { code: 'no_answer_in_time' } })
        .outcome,
    ).toBe('unknown')
  })
})

describe('Dintero: a change of the authorization', () => {
  const changed = { ...command, kind: 'update_authorization', amountMinor: 300_000 } as const
  const event = {
    id: '9',
    event: 'AUTHORIZE',
    success: true,
    amount: 300_000,
    event_reference: command.reference,
    created_at: '2026-03-05T07:00:00Z',
  }

  it.each([
    [300_000, 'succeeded'],
    [259_400, 'unknown'],
  ])('that leaves a total of %i is %s', (amount, outcome) => {
    const body = JSON.stringify(withEvents(fixtures.authorized, [event], { amount }))
    const answered = { kind: 'answer', status: 200, headers: {}, body } as const
    expect(interpretResponse(changed, answered).outcome).toBe(outcome)
  })
})
