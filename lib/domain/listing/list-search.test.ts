import { describe, expect, it } from 'vitest'
import { readSearch } from './list-search'

const read = (typed: string) => readSearch(typed, 200)

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
    '€1,249.00',
  ])('%s is 1249 of something and nothing else', (typed) => {
    expect(read(typed)).toMatchObject({ pattern: null, amountMinor: 124_900 })
  })

  it.each(['1249', '1 249', '1,249', '1.249'])('%s may be an amount or a text', (typed) => {
    expect(read(typed)).toMatchObject({ pattern: `%${typed}%`, amountMinor: 124_900 })
  })

  it.each(['-5', '0', '1.2.3', 'FF-1001', '12a'])('%s is no amount', (typed) => {
    expect(read(typed)?.amountMinor).toBeNull()
  })

  it('takes nothing that was typed as a pattern', () => {
    expect(read('100%_\\')?.pattern).toBe('%100\\%\\_\\\\%')
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
    expect(readSearch('abcdef', 3)?.pattern).toBe('%abc%')
  })
})
