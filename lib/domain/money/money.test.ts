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
      ['12,50 kr', 'not_a_number'],
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

  it('reads one separator before three digits by the reader’s language, never by a guess', () => {
    const tooFine = { ok: false, problem: 'too_many_decimals' }
    const grouped = { ok: true, amountMinor: 124900 }
    expect(parseAmount('1,249', 'NOK', ',')).toEqual(tooFine)
    expect(parseAmount('1,249', 'NOK', '.')).toEqual(grouped)
    expect(parseAmount('1.249', 'NOK', '.')).toEqual(tooFine)
    expect(parseAmount('1.249', 'NOK', ',')).toEqual(grouped)
  })

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
