import { describe, expect, it } from 'vitest'
import { decimalText, moneyFormats } from './money'

const en = moneyFormats('en')
const nb = moneyFormats('nb')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('money', () => {
  it.each([
    [124000, 'NOK', 'NOK 1,240.00', '1 240,00 kr'],
    [5, 'NOK', 'NOK 0.05', '0,05 kr'],
    [0, 'EUR', '€0.00', '0,00 €'],
    [-124050, 'NOK', '-NOK 1,240.50', '−1 240,50 kr'],
    [1240, 'JPY', 'JP¥1,240', '1 240 JPY'],
    [1240, 'KWD', 'KWD 1.240', '1,240 KWD'],
    [99900, 'SEK', 'SEK 999.00', '999,00 SEK'],
  ])('writes %i %s as "%s" and «%s»', (amountMinor, currency, english, norwegian) => {
    expect(plain(en.money(amountMinor, currency))).toBe(english)
    expect(plain(nb.money(amountMinor, currency))).toBe(norwegian)
  })

  it('keeps every digit of the largest safe amount', () => {
    expect(plain(nb.money(Number.MAX_SAFE_INTEGER, 'NOK'))).toBe('90 071 992 547 409,91 kr')
    expect(plain(en.money(Number.MAX_SAFE_INTEGER, 'NOK'))).toBe('NOK 90,071,992,547,409.91')
  })

  it('takes figures and currency apart', () => {
    expect(en.moneyParts(124050, 'NOK')).toEqual({ figures: '1,240.50', currency: 'NOK' })
    const { figures, currency } = nb.moneyParts(-124050, 'NOK')
    expect(plain(figures)).toBe('−1 240,50')
    expect(currency).toBe('kr')
  })

  it('groups counts as amounts are', () => {
    expect(en.count(12_480)).toBe('12,480')
    expect(nb.count(12_480)).toBe('12\u00a0480')
  })
})

describe('decimalText', () => {
  it('keeps leading zeros of the fraction', () => {
    expect(decimalText(100005, 'NOK')).toBe('1000.05')
    expect(decimalText(-5, 'KWD')).toBe('-0.005')
  })
})
