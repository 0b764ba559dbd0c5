import { describe, expect, it } from 'vitest'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { fixtures, withEvents } from './fixtures'
import { mapTransaction } from './mapper'

function snapshotOf(json: unknown): TransactionSnapshot {
  const mapped = mapTransaction(json)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

describe('Dintero: an object that is no payment', () => {
  it.each([
    ['a fractional amount', { ...fixtures.authorized, amount: 2594.5 }],
    ['an amount in text', { ...fixtures.authorized, amount: '259400' }],
    ['a negative amount', { ...fixtures.authorized, amount: -1 }],
    ['no id', { ...fixtures.authorized, id: undefined }],
    ['a currency that is none', { ...fixtures.authorized, currency: 'kroner' }],
    ['text', 'a payment'],
    ['nothing', null],
  ])('refuses %s and says why', (_, json) => {
    const mapped = mapTransaction(json)
    expect(mapped.ok).toBe(false)
    if (!mapped.ok) expect(mapped.problem).not.toBe('')
  })

  it('shows captures beyond the authorization as they are (A3)', () => {
    const extra = { ...fixtures.closingCapture, amount: 259401 }
    const { totals } = snapshotOf(withEvents(fixtures.authorized, [extra]))
    expect(totals).toEqual({
      authorizedMinor: 259400,
      capturedMinor: 259401,
      refundedMinor: 0,
      releasedMinor: 0,
    })
  })

  it('falls back on what an object has: creation, lines without a name, the shipping address', () => {
    const bare = { line_id: '7', amount: 259400 }
    const { billing_address: shipping } = fixtures.authorized
    const json = {
      ...fixtures.authorized,
      updated_at: undefined,
      items: [bare],
      customer: undefined,
      billing_address: undefined,
      shipping_address: { ...shipping, business_name: 'Bakken AS' },
    }
    const snapshot = snapshotOf(json)
    expect(snapshot.updatedAt).toEqual(snapshot.createdAt)
    expect(snapshot.items).toEqual([
      {
        lineId: '7',
        sku: null,
        description: '7',
        quantityMicros: null,
        amountMinor: 259400,
        vatAmountMinor: null,
        vatBasisPoints: null,
        kind: 'physical',
        grossAmountMinor: null,
      },
    ])
    expect(snapshot.customer).toMatchObject({ name: 'Bakken AS', isBusiness: true })
    expect(snapshotOf({ ...json, items: undefined }).items).toEqual([])
  })

  it('reads a VAT rate with decimals in hundredths of a percent', () => {
    const [line] = fixtures.authorized.items
    const json = { ...fixtures.authorized, items: [{ ...line, vat: 11.11 }] }
    expect(snapshotOf(json).items[0]?.vatBasisPoints).toBe(1111)
  })

  it('ignores unknown members and odd values in members that are only shown', () => {
    const json = { ...fixtures.authorized, customer: { email: 7 }, news: { at: 'last' } }
    expect(snapshotOf(json).customer.name).toBe('Kari Nordmann')
  })
})

it('Dintero: a payment is refused whose events or sums cannot be', () => {
  const { closingCapture } = fixtures
  const twice = withEvents(fixtures.authorized, [closingCapture, closingCapture])
  expect(mapTransaction(twice)).toMatchObject({ problem: 'two events have the same id' })
  const correction = {
    remaining_capture_amount: 0,
    remaining_refund_amount: 1,
    remaining_void_amount: 0,
  }
  const refund = { id: 'refund', event: 'REFUND', correction }
  const uncaptured = withEvents(fixtures.authorized, [refund])
  expect(mapTransaction(uncaptured)).toMatchObject({ problem: 'refundedMinor is negative' })
})
