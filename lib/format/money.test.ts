import { describe, expect, it } from 'vitest'
import { decimalText, formatMoney, formatMoneyParts } from './money'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('formatMoney', () => {
  it.each([
    [124000, 'NOK', '1 240,00 kr'],
    [5, 'NOK', '0,05 kr'],
    [0, 'EUR', '0,00 €'],
    [-124050, 'NOK', '−1 240,50 kr'],
    [1240, 'JPY', '1 240 JPY'],
    [1240, 'KWD', '1,240 KWD'],
    [99900, 'SEK', '999,00 SEK'],
  ])('writes %i %s as "%s"', (amountMinor, currency, text) => {
    expect(plain(formatMoney(amountMinor, currency))).toBe(text)
  })

  it('keeps every digit of the largest safe amount', () => {
    expect(plain(formatMoney(Number.MAX_SAFE_INTEGER, 'NOK'))).toBe('90 071 992 547 409,91 kr')
  })

  it('takes another locale', () => {
    expect(plain(formatMoney(124000, 'EUR', 'de-DE'))).toBe('1.240,00 €')
  })
})

describe('formatMoneyParts', () => {
  it('takes figures and currency apart', () => {
    const { figures, currency } = formatMoneyParts(-124050, 'NOK')
    expect(plain(figures)).toBe('−1 240,50')
    expect(currency).toBe('kr')
  })
})

describe('decimalText', () => {
  it('keeps leading zeros of the fraction', () => {
    expect(decimalText(100005, 'NOK')).toBe('1000.05')
    expect(decimalText(-5, 'KWD')).toBe('-0.005')
  })
})
