import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { describeLines, describeOrderChanges } from './describe-lines'

const PIECE = 1_000_000
const { formats: en } = i18nFor('en', 'Europe/Oslo')
const { formats: nb } = i18nFor('nb', 'Europe/Oslo')
const items = [{ item: { lineId: '1', description: 'Wool sweater' } }]

function change(quantityMicros: number | null, amountMinor: number, description = 'Mug') {
  return { description, quantityMicros, amountMinor }
}

describe('describeOrderChanges', () => {
  it('says what was added and removed, with a real minus sign (H6)', () => {
    const changes = [change(PIECE, 4_900, 'Wool socks'), change(-2 * PIECE, -9_000)]
    expect(describeOrderChanges(changes, 'NOK', en)).toEqual({
      named: [
        { name: 'Wool socks', quantity: '+1', sum: null },
        { name: 'Mug', quantity: '−2', sum: null },
      ],
      more: 0,
    })
  })

  it('writes parts of a piece in the language of the reader (H6)', () => {
    const [line] = describeOrderChanges([change(-350_000, -10)], 'NOK', nb).named
    expect(line).toMatchObject({ quantity: '−0,35' })
  })

  it.each([0, null])('says by how much the amount alone changed: quantity %s (H6)', (quantity) => {
    const changes = [change(quantity, 1_000), change(quantity, -1_000)]
    expect(describeOrderChanges(changes, 'NOK', en).named).toMatchObject([
      { name: 'Mug', quantity: null, sum: expect.stringMatching(/^\+NOK.10\.00$/) as string },
      { name: 'Mug', quantity: null, sum: expect.stringMatching(/^−NOK.10\.00$/) as string },
    ])
  })

  it('names five lines and counts the others (H6)', () => {
    const changes = Array.from({ length: 8 }, () => change(PIECE, 100))
    const { named, more } = describeOrderChanges(changes, 'NOK', en)
    expect([named.length, more]).toEqual([5, 3])
  })
})

describe('describeLines', () => {
  const line = (lineId: string, quantityMicros: number | null) => ({
    lineId,
    quantityMicros,
    amountMinor: 100,
  })

  it('names lines by their description, and by their id where the order lacks them (H6)', () => {
    expect(describeLines([line('1', 2 * PIECE), line('9', null)], items, en)).toEqual({
      named: [
        { name: 'Wool sweater', quantity: '2', sum: null },
        { name: '9', quantity: null, sum: null },
      ],
      more: 0,
    })
  })

  it('has nothing to say of an operation by amount', () => {
    expect(describeLines([], items, en)).toEqual({ named: [], more: 0 })
  })
})
