import { describe, expect, it } from 'vitest'
import { readSearch } from './list-search'

const ALL = null

const CURRENCIES = ['NOK', 'SEK', 'EUR', 'ISK', 'JPY', 'KWD']
const read = (typed: string, currencies = ['NOK']) => readSearch(typed, 200, currencies)

/** What an amount may mean where payments have these currencies. */
const MEANINGS: readonly (readonly [string, readonly (readonly [number, readonly string[]])[]])[] =
  [
    [
      '1500',
      [
        [150_000, ['NOK', 'SEK', 'EUR']],
        [1500, ['ISK', 'JPY']],
        [1_500_000, ['KWD']],
      ],
    ],
    ['ISK 1,500', [[1500, ['ISK']]]],
    ['1\u202f500 ISK', [[1500, ['ISK']]]],
    [
      'kr 1500',
      [
        [150_000, ['NOK', 'SEK']],
        [1500, ['ISK']],
      ],
    ],
    ['¥1000', [[1000, ['JPY']]]],
    ['10.505 KWD', [[10_505, ['KWD']]]],
    [
      '10.505',
      [
        [1_050_500, ['NOK', 'SEK', 'EUR']],
        [10_505, ['ISK', 'JPY', 'KWD']],
      ],
    ],
  ]

describe('readSearch', () => {
  it.each([
    '1 249,00', // nb, sv: a space, no-break or narrow
    '1\u00a0249,00',
    '1\u202f249,00',
    '1.249,00', // da, de
    '1,249.00', // en
    '1’249.00',
    '1249,00',
    'kr 1 249',
    '1249 kr',
    'NOK 1249',
    '1 249,00 kr.',
    '1249,-',
    'kr 1.249,-',
  ])('%s is 1249 of something and nothing else', (typed) => {
    expect(read(typed)).toMatchObject({ patterns: [], amounts: [{ amountMinor: 124_900 }] })
  })

  it.each(['1249', '1 249', '1,249', '1.249'])('%s may be an amount or a text', (typed) => {
    const amounts = [{ amountMinor: 124_900, currencies: ALL }]
    expect(read(typed)).toMatchObject({ amounts })
    expect(read(typed)?.patterns).toContainEqual([`%${typed}%`])
  })

  it.each(['-5', '0', '1.2.3', 'FF-1001', '12a'])('%s is no amount', (typed) => {
    expect(read(typed)?.amounts).toEqual([])
  })

  it.each(MEANINGS)('%s is an amount in each currency that it may be in (C1)', (typed, amounts) => {
    const expected = amounts.map(([amountMinor, currencies]) => ({ amountMinor, currencies }))
    expect(read(typed, CURRENCIES)?.amounts).toEqual(expected)
  })

  it('takes nothing that was typed as a pattern', () => {
    expect(read('100%_\\')?.patterns).toEqual([['%100\\%\\_\\\\%']])
  })

  it.each([
    ['kari', true],
    ['Ås', false],
    ['ab', false],
    ['a b c', false],
    ['%%%', false],
    ['øåæ', false],
    ['Rød', true],
  ])('%s can use the index: %s', (typed, isIndexed) => {
    expect(read(typed)?.isIndexed).toBe(isIndexed)
  })

  it('recognises a possible whole reference or address', () => {
    expect(read('FF-1001')?.name).toBe('ff-1001')
    expect(read('Kari@Example.com')?.name).toBe('kari@example.com')
    expect(read('Kari Lie')?.name).toBeNull()
  })

  it('is nothing when nothing was typed, and no longer than allowed', () => {
    expect(read('  ')).toBeNull()
    expect(readSearch('abcdef', 3, [])?.patterns).toEqual([['%abc%']])
  })
})
