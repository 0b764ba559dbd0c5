import { expect, it } from 'vitest'
import { basisPointsOf } from './share'

it.each([
  [25, 2_500],
  [11.11, 1_111],
  [0, 0],
  [9_999.99, 999_999],
  [10_000, null],
  [30_000_000, null],
  [Number.NaN, null],
  [null, null],
  [undefined, null],
])('a VAT rate of %s percent is %s hundredths', (percent, basisPoints) => {
  expect(basisPointsOf(percent)).toBe(basisPoints)
})
