import { describe, expect, it } from 'vitest'
import { predict } from './prediction'

const totals = { authorizedMinor: 1000, capturedMinor: 200, refundedMinor: 0, releasedMinor: 0 }
const payment = { totals, flags: [] }

describe('predict', () => {
  it('leaves nothing held when everything left is captured', () => {
    expect(predict('capture', payment, 800)).toMatchObject({
      totals: { capturedMinor: 1000 },
      status: 'captured',
      heldMinor: 0,
    })
  })

  it('leaves the rest held after a partial capture', () => {
    expect(predict('capture', payment, 300)).toMatchObject({
      status: 'partially_captured',
      heldMinor: 500,
    })
  })

  it('keeps the earlier refunds', () => {
    const after = predict('capture', { ...payment, totals: { ...totals, refundedMinor: 200 } }, 800)
    expect(after).toMatchObject({ totals: { refundedMinor: 200 }, status: 'partially_refunded' })
  })

  it('of a refund leaves the hold alone', () => {
    expect(predict('refund', payment, 200)).toMatchObject({
      totals: { refundedMinor: 200 },
      status: 'partially_captured_refunded',
      heldMinor: 800,
    })
  })

  it('of a void releases the rest and keeps what is captured', () => {
    expect(predict('void', payment, 800)).toMatchObject({ status: 'captured', heldMinor: 0 })
    expect(
      predict('void', { ...payment, totals: { ...totals, capturedMinor: 0 } }, 1000).status,
    ).toBe('voided')
  })

  it('of a new order holds the new total less what is captured', () => {
    expect(predict('update_authorization', payment, 1400).heldMinor).toBe(1200)
  })

  it('of a rebill adds new money to the rest', () => {
    expect(predict('charge_again', payment, 500)).toMatchObject({
      totals: { authorizedMinor: 1500, capturedMinor: 700 },
      heldMinor: 800,
    })
  })

  it('keeps nothing held where there is one capture only', () => {
    const single = { totals: { ...totals, capturedMinor: 0 }, flags: ['single_capture'] as const }
    expect(predict('capture', single, 300)).toEqual({
      totals: { ...totals, capturedMinor: 300, releasedMinor: 700 },
      status: 'captured',
      heldMinor: 0,
      lapsingMinor: 700,
    })
    expect(predict('capture', single, 1000).lapsingMinor).toBe(0)
    expect(predict('void', single, 300).heldMinor).toBe(700)
  })

  it('keeps the rest held after a receipt, though there is one capture only (E10)', () => {
    const single = { totals: { ...totals, capturedMinor: 0 }, flags: ['single_capture'] as const }
    expect(predict('confirm_receipt', single, 300)).toMatchObject({
      heldMinor: 700,
      lapsingMinor: 0,
    })
  })

  it('of a receipt changes the figures as a capture does', () => {
    expect(predict('confirm_receipt', payment, 800)).toEqual(predict('capture', payment, 800))
  })

  it('of a stand-alone credit changes no figure of the payment', () => {
    expect(predict('pay_out', payment, 500).totals).toEqual(totals)
  })

  it('of an extension changes no figure', () => {
    expect(predict('extend_authorization', payment, 1000).totals).toEqual(totals)
  })
})
