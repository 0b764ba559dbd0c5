import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertMinorAmount, minorUnits, parseAmount } from './money'

describe('minorUnits', () => {
  it.each([
    ['NOK', 1_000_000],
    ['ISK', 10_000],
    ['KWD', 10_000_000],
  ])('follows the currency’s decimals: %s', (currency, minor) => {
    expect(minorUnits(10_000, currency)).toBe(minor)
  })
})

/** Amounts with their currency, as people and pages write them. */
const WRITTEN: readonly (readonly [text: string, currency: string, amountMinor: number])[] = [
  ['NOK 40.00', 'NOK', 4_000],
  ['40,00 kr', 'NOK', 4_000],
  ['kr 40', 'NOK', 4_000],
  ['40,-', 'NOK', 4_000],
  ['kr 40,-', 'SEK', 4_000],
  ['40:-', 'SEK', 4_000],
  ['40,– kr', 'DKK', 4_000],
  ['kr. 1.249,00', 'DKK', 124_900],
  ['1\u202f249,00\u00a0kr', 'NOK', 124_900],
  ['NOK\u00a01,249.00', 'NOK', 124_900],
  ['-40,00 kr', 'NOK', -4_000],
  ['€40.00', 'EUR', 4_000],
  ['40,00 €', 'EUR', 4_000],
  ['eur 40', 'EUR', 4_000],
  ['\u200b40,00\u200e', 'EUR', 4_000],
  ['４０，００', 'EUR', 4_000],
  ['ISK 1500', 'ISK', 1_500],
  ['1500,-', 'ISK', 1_500],
  ['¥1000', 'JPY', 1_000],
  ['CHF 10.50', 'CHF', 1_050],
  ['£12.34', 'GBP', 1_234],
]

describe('parseAmount', () => {
  describe.each(['.', ','])('for readers of the decimal mark “%s”', (decimalMark) => {
    it.each([
      ['1 249,00', 124900],
      ['1,249.00', 124900],
      ['1.249,00', 124900],
      ['1249.00', 124900],
      ['1249', 124900],
      ['1 249', 124900],
      ['10.', 1000],
      ['10,', 1000],
      ['10,5', 1050],
      ['10.5', 1050],
      ['0,05', 5],
      ['1.249.000', 124900000],
      ['-12,50', -1250],
      ['−12,50', -1250],
      ['1’249.50', 124950],
    ])('%j is %i øre', (text, amountMinor) => {
      expect(parseAmount(text, 'NOK', decimalMark)).toEqual({ ok: true, amountMinor })
    })

    it.each([
      ['', 'empty'],
      ['   ', 'empty'],
      ['twelve', 'not_a_number'],
      ['12,50 eur', 'not_a_number'],
      ['12,50 krone', 'not_a_number'],
      ['4\u00b2', 'not_a_number'],
      ['40-', 'not_a_number'],
      ['1,2,3', 'not_a_number'],
      ['12.34.56', 'not_a_number'],
      ['.50', 'not_a_number'],
      ['12,505,1', 'not_a_number'],
      ['1,249.000,00', 'not_a_number'],
      ['12.5051', 'too_many_decimals'],
      ['0.500', 'too_many_decimals'],
      ['1249.000', 'too_many_decimals'],
      ['99999999999999999', 'too_large'],
      ['1e5', 'not_a_number'],
      ['NaN', 'not_a_number'],
    ])('%j is no amount: %s', (text, problem) => {
      expect(parseAmount(text, 'NOK', decimalMark)).toEqual({ ok: false, problem })
    })

    it('reads back every amount as either market writes it', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (amountMinor) => {
          const whole = Math.trunc(amountMinor / 100)
          const cents = String(amountMinor % 100).padStart(2, '0')
          const nordic = `${new Intl.NumberFormat('nb-NO').format(whole)},${cents}`
          const english = `${new Intl.NumberFormat('en-GB').format(whole)}.${cents}`
          for (const text of [nordic, english, `${whole}.${cents}`]) {
            expect(parseAmount(text, 'SEK', decimalMark)).toEqual({ ok: true, amountMinor })
          }
        }),
      )
    })
  })
})

describe('parseAmount, by language and currency', () => {
  it('reads one separator before three digits by the reader’s language, never by a guess', () => {
    const tooFine = { ok: false, problem: 'too_many_decimals' }
    const grouped = { ok: true, amountMinor: 124900 }
    expect(parseAmount('1,249', 'NOK', ',')).toEqual(tooFine)
    expect(parseAmount('1,249', 'NOK', '.')).toEqual(grouped)
    expect(parseAmount('1.249', 'NOK', '.')).toEqual(tooFine)
    expect(parseAmount('1.249', 'NOK', ',')).toEqual(grouped)
  })

  it.each(WRITTEN)(
    'takes %j of %s, as people and pages write it (C8)',
    (text, currency, amountMinor) => {
      for (const mark of ['.', ',']) {
        expect(parseAmount(text, currency, mark)).toEqual({ ok: true, amountMinor })
      }
    },
  )

  it('follows the currency’s decimals', () => {
    expect(parseAmount('1500', 'JPY', ',')).toEqual({ ok: true, amountMinor: 1500 })
    expect(parseAmount('1500,5', 'JPY', ',')).toEqual({ ok: false, problem: 'too_many_decimals' })
    expect(parseAmount('12.505', 'KWD', '.')).toEqual({ ok: true, amountMinor: 12505 })
    expect(parseAmount('12.505', 'KWD', ',')).toEqual({ ok: false, problem: 'not_a_number' })
  })
})

describe('assertMinorAmount', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53, '100', null])('refuses %s', (value) => {
    expect(() => {
      assertMinorAmount(value, 'amount')
    }).toThrow(RangeError)
  })
})
