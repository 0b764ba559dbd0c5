import { describe, expect, it } from 'vitest'
import { parsePercent, parseQuantity } from '@/components/transactions/operate/amount/amount-text'
import { NO_RESPONSE_AFTER_MS } from '@/lib/config/browser-limits'
import { LIMITS } from '@/lib/config/limits'
import { i18nFor } from '@/lib/i18n/i18n'
import { readAmount, tidyAmount } from './amount/amount-text'
import { noteLength, reasonProblem, reasonText } from './reason-entry'
import { REASONS } from '@/lib/domain/operation/reasons'
import { refundArrival } from './refund-dialog'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')

describe('reasons', () => {
  it('append the note to the reason', () => {
    const returned = { reason: 'returned', note: ' too small ' } as const
    expect(reasonText(returned)).toBe('returned: too small')
    expect(reasonText({ ...returned, note: ' ' })).toBe('returned')
  })

  it('require a note with “Other”', () => {
    expect(reasonProblem({ reason: null, note: 'x' })).toBe('reason')
    expect(reasonProblem({ reason: 'other', note: '' })).toBe('note')
    expect(reasonProblem({ reason: 'other', note: 'gift' })).toBeNull()
  })

  it('stay within the length that the server accepts', () => {
    for (const reason of Object.values(REASONS).flat()) {
      const note = 'x'.repeat(noteLength(reason))
      expect(reasonText({ reason, note })).toHaveLength(LIMITS.text.reason)
    }
  })
})

it('a request counts as unanswered only when the server can no longer begin it', () => {
  const { operation, database } = LIMITS
  const latestMs = operation.startDeadlineMs + database.statementTimeoutMs
  expect(NO_RESPONSE_AFTER_MS).toBeGreaterThan(latestMs)
})

describe('typed amounts', () => {
  it.each([
    ['1249', '1,249.00', '1 249,00'],
    ['1,249.00', '1,249.00', '1 249,00'],
    ['1.249,00', '1,249.00', '1 249,00'],
    ['10.', '10.00', '10,00'],
    ['1,249', '1,249.00', '1,249'],
    ['1.249', '1.249', '1 249,00'],
    ['ten', 'ten', 'ten'],
  ])('%s is formatted as %s in English, %s in Norwegian', (text, english, norwegian) => {
    expect(tidyAmount(text, 'NOK', en.formats)).toBe(english)
    expect(tidyAmount(text, 'NOK', nb.formats).replaceAll('\u00a0', ' ')).toBe(norwegian)
  })

  it('are refused with an example and the decimals of the currency', () => {
    expect(readAmount('ten', 'NOK', en)).toMatchObject({
      problem: '“ten” can’t be read as an amount. Write it like 1,249.00.',
    })
    expect(readAmount('1,249', 'NOK', nb)).toMatchObject({
      problem: expect.stringMatching(/^NOK har 2 desimaler: det minste beløpet er 0,01.kr\.$/),
    })
    expect(readAmount('1,5', 'JPY', en)).toMatchObject({ problem: 'JPY has no decimals.' })
    expect(readAmount('0', 'NOK', en)).toMatchObject({
      problem: 'The amount must be more than nothing.',
    })
  })
})

describe('typed figures', () => {
  it.each([
    ['2', 2_000_000],
    ['0,35', 350_000],
    ['0.350001', 350_001],
    ['0,125', 125_000],
    ['2,', 2_000_000],
    ['0,3500001', null],
    ['1,249', null],
    ['-1', null],
    ['', null],
  ])('quantity %s is %s with the dot as decimal mark', (text, micros) => {
    expect(parseQuantity(text, '.')).toBe(micros)
  })

  it.each([
    ['25', 2500],
    ['2,5 %', 250],
    ['25%', 2500],
    ['x', null],
  ])('rate %s is %s', (text, basisPoints) => {
    expect(parsePercent(text, '.')).toBe(basisPoints)
  })
})

it('refund dialog: lowers an invoice, and names a duration only where it is known (H5)', () => {
  const payment = { provider: 'dintero', currency: 'NOK', customerName: 'Kari Nordmann' } as const
  const klarna = { ...payment, method: 'klarna.klarna' }
  expect(refundArrival(klarna, 100, en).replaceAll('\u00a0', ' ')).toBe(
    'The invoice of Kari Nordmann at Klarna is lowered by NOK 1.00; what is already paid of it comes back.',
  )
  const card = { ...payment, method: 'payex.creditcard' }
  expect(refundArrival(card, 100, en)).toMatch(/usually within 3 to 10 business days/)
  const unnamed = { ...payment, customerName: null, method: 'santander.debit_account' }
  expect(refundArrival(unnamed, 100, nb).replaceAll('\u00a0', ' ')).toBe(
    'Kunden får 1,00 kr tilbake gjennom Santander.',
  )
})
