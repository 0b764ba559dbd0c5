import { describe, expect, it } from 'vitest'
import { hasWholePieces, quantityMicrosOf, quantityNumber, quantityText } from './quantity'

describe('quantities', () => {
  it.each([
    [2, 2_000_000, '2'],
    [0.35, 350_000, '0.35'],
    [1.000001, 1_000_001, '1.000001'],
    [0, 0, '0'],
  ])('%s is %i millionths and back', (quantity, micros, text) => {
    expect(quantityMicrosOf(quantity)).toBe(micros)
    expect(quantityNumber(micros)).toBe(quantity)
    expect(quantityText(micros)).toBe(text)
  })

  it('are whole pieces where no line has a fraction; an unknown quantity says nothing', () => {
    const lines = [{ quantityMicros: 2_000_000 }, { quantityMicros: null }]
    expect(hasWholePieces(lines)).toBe(true)
    expect(hasWholePieces([...lines, { quantityMicros: 350_000 }])).toBe(false)
  })

  it.each([-1, Number.NaN, 0.1234567, 1e16])('%s cannot be divided', (quantity) => {
    expect(quantityMicrosOf(quantity)).toBeNull()
  })
})
