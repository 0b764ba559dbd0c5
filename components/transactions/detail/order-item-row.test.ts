import { describe, expect, it } from 'vitest'
import { unitPriceMinor } from './order-item-row'

describe('unitPriceMinor', () => {
  it.each([
    [{ amountMinor: 600, quantityMicros: 3_000_000 }, 200],
    [{ amountMinor: 1000, quantityMicros: 3_000_000 }, null],
    [{ amountMinor: 600, quantityMicros: 1_000_000 }, null],
    [{ amountMinor: 600, quantityMicros: 1_500_000 }, null],
    [{ amountMinor: 600, quantityMicros: null }, null],
  ])('of %j is %s', (item, price) => {
    expect(unitPriceMinor(item)).toBe(price)
  })
})
