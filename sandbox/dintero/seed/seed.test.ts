import { describe, expect, it } from 'vitest'
import { deriveStatus } from '../money/derive-status'
import { EXPIRY_KEY } from '../money/expiry'
import { lineSums, sumOf, vatInside } from '../money/lines'
import { totalsOf } from '../money/totals'
import { DEFAULT_SETTINGS } from '../settings'
import { STATUSES, type Status, type Transaction } from '../transaction'
import { norwegianNumber, swedishNumber } from './catalog/organization-number'
import { Prng } from '../../prng'
import { seedTransactions } from './seed-transactions'

const ANCHOR = new Date('2026-03-01T10:00:00.000Z')
const SEEDED = seedTransactions(ANCHOR)
const DEMO = SEEDED.filter((one) => one.account_id === 'T11112222')
const DAY_MS = 86_400_000
const NEVER_PAID: readonly Status[] = ['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN']
const CURRENCIES: Readonly<Record<string, string>> = {
  NO: 'NOK',
  SE: 'SEK',
  DK: 'DKK',
  FI: 'EUR',
  DE: 'EUR',
}
const RATES: Readonly<Record<string, readonly number[]>> = {
  NO: [25, 15, 0],
  SE: [25, 12, 6, 0],
  DK: [25, 0],
  FI: [25.5, 13.5, 0],
  DE: [19, 7, 0],
}

/** Every number of a transaction that is an amount. */
function amountsOf(one: Transaction): (number | undefined)[] {
  const lines = [...(one.items ?? []), ...one.events.flatMap((event) => event.items ?? [])]
  return [
    one.amount,
    ...lines.flatMap((line) => [line.amount, line.vat_amount ?? 0]),
    ...(one.items ?? []).flatMap((item) => [item.gross_amount ?? 0]),
    ...one.events.flatMap((event) => [event.amount ?? 0, event.calculated_vat_amount ?? 0]),
  ]
}

function isPartlyPaid(one: Transaction): boolean {
  return one.metadata?.['sandbox:flag'] === 'partial-payment'
}

describe('sandbox Dintero: the sample data', () => {
  it('is the same for the same anchor, and moves with it', () => {
    expect(seedTransactions(ANCHOR)).toEqual(SEEDED)
    const later = seedTransactions(new Date(ANCHOR.getTime() + DAY_MS))
    expect(later[0]?.id).toBe(SEEDED[0]?.id)
    expect(later[0]?.created_at).not.toBe(SEEDED[0]?.created_at)
  })

  it('has many transactions with different methods, states and currencies', () => {
    expect(DEMO.length).toBeGreaterThanOrEqual(400)
    expect(SEEDED.length - DEMO.length).toBeGreaterThanOrEqual(4)
    for (const status of STATUSES) {
      const count = DEMO.filter((one) => one.status === status).length
      expect([status, count >= 2]).toEqual([status, true])
    }
    const share = (type: string): number =>
      DEMO.filter((one) => one.payment_product_type === type).length / DEMO.length
    expect(share('klarna.klarna')).toBeGreaterThan(0.34)
    expect(share('klarna.billie')).toBeGreaterThan(0.15)
    expect(new Set(DEMO.map((one) => one.payment_product_type)).size).toBeGreaterThanOrEqual(12)
    expect(DEMO.some((one) => one.items?.some((item) => !Number.isInteger(item.quantity)))).toBe(
      true,
    )
    expect(DEMO.some((one) => one.items?.some((item) => item.discount_lines))).toBe(true)
    expect(DEMO.filter((one) => one.items?.some((item) => item.amount < 0)).length).toBeGreaterThan(
      2,
    )
    expect(DEMO.filter((one) => !one.items).length).toBeGreaterThan(2)
    expect(DEMO.filter(isPartlyPaid)).toHaveLength(3)
    expect(DEMO.filter((one) => one.events.some((event) => event.correction))).toHaveLength(2)
    const failed = DEMO.flatMap((one) => one.events).filter((event) => event.error?.retry_policy)
    expect(failed.length).toBeGreaterThan(5)
  })

  it.each(SEEDED.map((one) => [one.merchant_reference, one] as const))(
    '%s is consistent',
    (_reference, one) => {
      const totals = totalsOf(one)
      const derived = deriveStatus(totals, DEFAULT_SETTINGS)
      if (!NEVER_PAID.includes(one.status)) expect(one.status).toBe(derived)
      else expect([totals.captured, totals.refunded]).toEqual([0, 0])
      expect(amountsOf(one).filter((amount) => !Number.isSafeInteger(amount))).toEqual([])
      expect(totals.captured).toBeLessThanOrEqual(one.amount)
      expect(totals.refunded).toBeLessThanOrEqual(totals.captured)
      expect(one.amount).toBeGreaterThan(0)

      const adds = sumOf(one.items ?? []) === one.amount
      expect(adds).toBe(one.items !== undefined && !isPartlyPaid(one))
      for (const event of one.events) {
        if (event.items) expect(sumOf(event.items)).toBe(event.amount)
      }
      const lines = new Map(one.items?.map((item) => [item.line_id, item.amount]))
      expect(lines.size).toBe(one.items?.length ?? 0)
      const sums = lineSums(one)
      for (const [lineId, amount] of sums.captured ?? []) {
        expect(Math.abs(amount)).toBeLessThanOrEqual(Math.abs(lines.get(lineId) ?? 0))
        expect(Math.abs(sums.refunded?.get(lineId) ?? 0)).toBeLessThanOrEqual(Math.abs(amount))
      }
    },
  )

  it('has events in order, none after the anchor, and ids that count up', () => {
    for (const one of SEEDED) {
      const times = one.events.map((event) => Date.parse(event.created_at))
      expect(times).toEqual(times.toSorted((left, right) => left - right))
      expect(Math.max(...times)).toBeLessThanOrEqual(ANCHOR.getTime())
      expect(one.events.map((event) => event.id)).toEqual(
        one.events.map((_, index) => String(index + 1)),
      )
      expect(Date.parse(one.created_at)).toBeGreaterThan(ANCHOR.getTime() - 60 * DAY_MS)
    }
    expect(new Set(SEEDED.map((one) => one.id)).size).toBe(SEEDED.length)
  })
})

describe('sandbox Dintero: the orders of the sample data', () => {
  it('has the currency and VAT of each country and fictitious mail addresses', () => {
    for (const one of SEEDED) {
      const country = one.billing_address?.country ?? ''
      expect(one.currency).toBe(CURRENCIES[country])
      expect(one.customer?.email).toMatch(/@example\.(com|org|net)$/)
      for (const item of one.items ?? []) {
        expect(RATES[country]).toContain(item.vat)
        expect(item.vat_amount).toBe(vatInside(item.amount, item.vat ?? 0))
        const discount = (item.discount_lines ?? []).reduce((sum, line) => sum + line.amount, 0)
        expect((item.gross_amount ?? item.amount) - discount).toBe(item.amount)
      }
      const shipping = one.shipping_option
      const line = one.items?.find((item) => item.line_id === shipping?.['line_id'])
      if (one.items && shipping) expect(line?.amount).toBe(shipping['amount'])
    }
  })

  it('gives companies a name and a number', () => {
    const business = SEEDED.filter((one) => /billie|b2b/.test(one.payment_product_type))
    for (const { billing_address: address } of business) {
      expect(address?.business_name).toBeTruthy()
      expect(address?.organization_number).toBeTruthy()
    }
    expect(norwegianNumber(new Prng(1))).toMatch(/^9\d{8}$/)
    expect(swedishNumber(new Prng(1))).toMatch(/^559\d{3}-\d{4}$/)
  })

  it('has open Klarna authorizations, some close to their deadline', () => {
    const open = DEMO.filter(
      (one) => one.payment_product === 'klarna' && one.status === 'AUTHORIZED',
    )
    const recent = DEMO.filter(
      (one) =>
        one.payment_product === 'klarna' &&
        Date.parse(one.created_at) > ANCHOR.getTime() - 10 * DAY_MS,
    )
    const waiting = recent.filter((one) => one.status === 'AUTHORIZED')
    expect(waiting.length / recent.length).toBeGreaterThan(0.6)
    const daysLeft = open.map((one) => {
      const expiry = one.events.at(-1)?.metadata?.[EXPIRY_KEY] ?? ''
      return (Date.parse(expiry) - ANCHOR.getTime()) / DAY_MS
    })
    expect(daysLeft.filter((days) => days > 0 && days <= 3).length).toBeGreaterThanOrEqual(5)
    expect(daysLeft.filter((days) => days <= 0).length).toBeGreaterThanOrEqual(2)
  })

  it('has order numbers in order of time', () => {
    const orders = DEMO.filter((one) => one.merchant_reference.startsWith('ORD-'))
    const byTime = orders.toSorted((left, right) => (left.created_at < right.created_at ? -1 : 1))
    expect(byTime.map((one) => one.merchant_reference)).toEqual(
      orders.map((_, index) => `ORD-${10_001 + index}`),
    )
  })

  it('has orders that show each outcome', () => {
    const special = DEMO.filter((one) => one.merchant_reference.startsWith('DEMO-'))
    const behaviours = special.map((one) => [
      one.merchant_reference,
      one.metadata?.['sandbox:behaviour'],
    ])
    expect(behaviours.filter(([, behaviour]) => behaviour)).toEqual([
      ['DEMO-REFUSED', 'refuse-capture'],
      ['DEMO-REFUSED-200', 'refuse-capture-200'],
      ['DEMO-PENDING', 'capture-202'],
      ['DEMO-PENDING-REFUSED', 'capture-202-refused'],
      ['DEMO-TIMEOUT', 'capture-timeout'],
      ['DEMO-UPDATE-REFUSED', 'refuse-update'],
    ])
    for (const one of special.slice(0, 6)) {
      expect(one).toMatchObject({ status: 'AUTHORIZED', payment_product_type: 'klarna.klarna' })
    }
  })
})
