import { describe, expect, it } from 'vitest'
import { findFailureCode, findKnownCode } from './errors'

const failed = { id: '3', event: 'CAPTURE', success: false }

describe('Dintero: the code of a failed event', () => {
  it.each([
    ['INSUFFICIENT_FUNDS', 'insufficient_funds'],
    ['EXPIRED_CARD', 'expired_card'],
    ['RESTRICTED_CARD', 'invalid_card'],
    ['PIN_REQUIRED', 'verification_needed'],
  ])('is that of its type %s, whatever the scheme’s own', (type, code) => {
    const error = { code: '51', message: 'Declined', type: ['DECLINED', type] }
    expect(findFailureCode({ ...failed, error })).toBe(code)
  })

  it('is its own where the type says nothing', () => {
    const error = {
      code: 'CAPTURE_NOT_ALLOWED',
      message: 'Capture not allowed',
      type: ['DECLINED'],
    }
    expect(findFailureCode({ ...failed, error })).toBe('CAPTURE_NOT_ALLOWED')
  })

  it('of a refused extension says that the authorization is over', () => {
    const metadata = { 'klarna:authorization_expiration_error_reason': 'EXPIRED' }
    const error = { code: 'NOT_ALLOWED', message: 'Update authorization not allowed' }
    expect(findFailureCode({ ...failed, error, metadata })).toBe('authorization_expired')
  })

  it.each(['klarna:authorization_expiration_error_reason', 'klarna:order_amount_update_error'])(
    'is Klarna’s where there is no other: %s',
    (key) => {
      expect(findFailureCode({ ...failed, metadata: { [key]: 'NOT_ALLOWED' } })).toBe('NOT_ALLOWED')
    },
  )

  it('is ours for a message that we know, and else none', () => {
    expect(findFailureCode({ ...failed, error: { message: 'invalid_items' } })).toBe(
      'items_do_not_fit',
    )
    expect(findFailureCode({ ...failed, error: { message: 'constructor' } })).toBeNull()
    expect(findFailureCode(failed)).toBeNull()
  })
})

it('Dintero: the codes of a conflict and of an unknown payment', () => {
  expect(findKnownCode('transaction cannot be updated')).toBe('update_conflict')
  expect(findKnownCode('Transaction not found')).toBe('payment_not_found')
})
