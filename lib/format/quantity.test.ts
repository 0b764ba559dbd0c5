import { describe, expect, it } from 'vitest'
import { formatQuantity, formatVat } from './quantity'

describe('quantities and rates', () => {
  it('have no needless zeros', () => {
    expect(formatQuantity(2_000_000)).toBe('2')
    expect(formatQuantity(350_000)).toBe('0,35')
    expect(formatQuantity(null)).toBe('–')
    expect(formatVat(2500)).toBe('25\u00a0%')
    expect(formatVat(1250)).toBe('12,5\u00a0%')
    expect(formatVat(0)).toBe('0\u00a0%')
  })
})
