import { describe, expect, it } from 'vitest'
import { formatWireAmount, parseWireAmount } from './amounts'

describe('amounts of the wire', () => {
  it.each([
    [9200, 'EUR', '92.00'],
    [5, 'EUR', '0.05'],
    [30, 'EUR', '0.30'],
    [100_000, 'NOK', '1000.00'],
    [9_007_199_254_740_991, 'EUR', '90071992547409.91'],
    [500, 'JPY', '500.00'],
    [12_500, 'KWD', '12.50'],
  ])('%i minor units of %s are %s', (minor, currency, wire) => {
    expect(formatWireAmount(minor, currency)).toBe(wire)
  })

  it('cannot say a third decimal that is not nought', () => {
    expect(formatWireAmount(12_505, 'KWD')).toBeNull()
  })

  it.each([0, -1, 0.5, NaN, 2 ** 53])('refuses %d', (minor) => {
    expect(formatWireAmount(minor, 'EUR')).toBeNull()
  })

  it.each([
    ['92.00', 'EUR', 9200],
    ['92', 'EUR', 9200],
    ['0.30', 'EUR', 30],
    ['500.00', 'JPY', 500],
    ['12.50', 'KWD', 12_500],
    ['12.505', 'KWD', 12_505],
    ['500.50', 'JPY', null],
    ['12.505', 'EUR', null],
    ['1e3', 'EUR', null],
    ['92,00', 'EUR', null],
    ['-1.00', 'EUR', null],
    ['', 'EUR', null],
  ])('reads %j in %s as %j', (wire, currency, minor) => {
    expect(parseWireAmount(wire, currency)).toBe(minor)
  })
})
