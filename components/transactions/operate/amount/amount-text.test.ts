import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { i18nFor } from '@/lib/i18n/i18n'
import { parsePercent, parseQuantity, readAmount, tidyAmount } from './amount-text'

describe('a typed quantity', () => {
  it.each([
    ['2', '.', 2_000_000],
    ['2.', '.', 2_000_000],
    ['0,35', ',', 350_000],
    ['0.35', ',', 350_000],
    ['1 000', ',', 1_000_000_000],
    ['0.000001', '.', 1],
    ['1.250', '.', 1_250_000],
    ['0,125', '.', 125_000],
    ['0', '.', 0],
  ])('%s with decimal mark %s is %i millionths', (text, mark, micros) => {
    expect(parseQuantity(text, mark)).toBe(micros)
  })

  it.each([
    ['', '.'],
    ['x', '.'],
    ['-1', '.'],
    ['1.2.3', '.'],
    ['0.0000001', '.'],
    ['1,250', '.'],
    ['1.250', ','],
    ['9007199255', '.'],
    ['.5', '.'],
  ])('%s with decimal mark %s is refused', (text, mark) => {
    expect(parseQuantity(text, mark)).toBeNull()
  })
})

describe('a typed percentage', () => {
  it.each([
    ['25', 2_500],
    ['25 %', 2_500],
    ['2,5%', 250],
    ['0,05', 5],
  ])('%s is %i hundredths', (text, basisPoints) => {
    expect(parsePercent(text, ',')).toBe(basisPoints)
  })

  it.each(['11,111', '% 25', 'x'])('%s is refused', (text) => {
    expect(parsePercent(text, ',')).toBeNull()
  })
})

describe.each(LOCALES)('an amount field in %s (C8)', (locale) => {
  const i18n = i18nFor(locale, 'Europe/Oslo')

  it.each([
    ['NOK', 124_905],
    ['SEK', 4_000],
    ['EUR', 999_999_999],
    ['ISK', 1_500],
    ['JPY', 1_000_000],
    ['CHF', 1_050],
    ['KWD', 10_505],
  ])('takes %s as pages write it', (currency, amountMinor) => {
    const text = i18n.formats.money(amountMinor, currency)
    expect(readAmount(text, currency, i18n)).toEqual({ ok: true, amountMinor })
    const { figures } = i18n.formats.moneyParts(amountMinor, currency)
    expect(tidyAmount(text, currency, i18n.formats)).toBe(figures)
  })

  it.each(['NOK 40.00', '40,00 kr', '40,-', 'kr 40'])('takes %s', (text) => {
    expect(readAmount(text, 'NOK', i18n)).toEqual({ ok: true, amountMinor: 4_000 })
  })
})
