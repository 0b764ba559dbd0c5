import { expect, it } from 'vitest'
import { quantityFormats } from './quantity'

const en = quantityFormats('en')
const nb = quantityFormats('nb')

it.each([
  [2_000_000, '2', '2'],
  [350_000, '0.35', '0,35'],
  [1_000_001, '1.000001', '1,000001'],
  [0, '0', '0'],
  [null, '–', '–'],
])('quantity: %s millionths are written as "%s" and «%s»', (micros, english, norwegian) => {
  expect(en.quantity(micros)).toBe(english)
  expect(nb.quantity(micros)).toBe(norwegian)
})

it.each([
  [2500, '25%', '25\u00a0%'],
  [1250, '12.5%', '12,5\u00a0%'],
  [205, '2.05%', '2,05\u00a0%'],
  [5, '0.05%', '0,05\u00a0%'],
  [2510, '25.1%', '25,1\u00a0%'],
  [10_000, '100%', '100\u00a0%'],
  [0, '0%', '0\u00a0%'],
])(
  'percentage: %i hundredths of a percent are written as "%s" and «%s»',
  (basisPoints, english, norwegian) => {
    expect(en.vat(basisPoints)).toBe(english)
    expect(nb.vat(basisPoints)).toBe(norwegian)
  },
)

it('quantity: has the decimal separator of its language', () => {
  expect([en.decimalMark, nb.decimalMark]).toEqual(['.', ','])
})
