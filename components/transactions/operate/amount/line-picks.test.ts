import { describe, expect, it } from 'vitest'
import type { LineLeft } from '@/lib/domain/rules/lines-left'
import { i18nFor } from '@/lib/i18n/i18n'
import { itemName, lineLock, linesWith, movedNote, roundingNote } from './line-picks'

const en = i18nFor('en', 'Europe/Oslo')
const PIECE = 1_000_000

function line(pieces: number, amountMinor: number, movedPieces = 0, movedMinor = 0): LineLeft {
  const base = { quantityMicros: pieces * PIECE, amountMinor }
  const moved = { quantityMicros: movedPieces * PIECE, amountMinor: movedMinor }
  return {
    item: {
      lineId: '1',
      sku: null,
      description: 'Socks',
      kind: 'physical',
      grossAmountMinor: null,
      ...base,
      vatAmountMinor: null,
      vatBasisPoints: null,
    },
    base,
    moved,
    leftQuantityMicros: base.quantityMicros - moved.quantityMicros,
    leftAmountMinor: amountMinor - movedMinor,
    isCertain: true,
  }
}

const capture = { kind: 'capture', wholeLines: false } as const
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

describe('lineLock', () => {
  it('locks what is captured, refunded, or was never captured', () => {
    expect(lineLock(line(3, 300), capture)).toBeNull()
    expect(lineLock(line(3, 300, 3, 300), capture)).toBe('captured')
    expect(lineLock(line(3, 300, 3, 300), { ...capture, kind: 'refund' })).toBe('refunded')
    expect(lineLock(line(0, 0), { ...capture, kind: 'refund' })).toBe('notCaptured')
  })

  it('leaves a line open of which pieces or money are left', () => {
    expect(lineLock(line(3, 300, 3, 200), capture)).toBeNull()
    expect(lineLock(line(3, 300, 2, 300), capture)).toBeNull()
    expect(lineLock(line(0, 300), { ...capture, kind: 'refund' })).toBeNull()
  })

  it('locks parts of lines where only whole ones are taken', () => {
    expect(lineLock(line(3, 300, 1, 100), { ...capture, wholeLines: true })).toBe('partGone')
  })
})

describe('movedNote', () => {
  it('names the captured or refunded quantity', () => {
    expect(movedNote(line(3, 300, 1, 100), 'refund', 'NOK', en)).toBe('1 already refunded')
    expect(plain(movedNote(line(3, 300, 0, 100), 'refund', 'NOK', en))).toBe(
      'NOK 1.00 already refunded',
    )
    expect(movedNote(line(3, 300), 'refund', 'NOK', en)).toBeNull()
  })
})

describe('roundingNote', () => {
  it('is null where the line divides evenly', () => {
    expect(roundingNote(line(3, 300), PIECE, 'NOK', en)).toBeNull()
    expect(roundingNote(line(3, 10000), 3 * PIECE, 'NOK', en)).toBeNull()
  })

  it('names the piece that carries the rest', () => {
    expect(plain(roundingNote(line(3, 10000), PIECE, 'NOK', en))).toMatch(/Rounded to NOK 33.33/)
    expect(plain(roundingNote(line(3, 10000, 2, 6667), PIECE, 'NOK', en))).toMatch(
      /NOK 33.33 with the rounding, so that the line adds up to NOK 100.00/,
    )
  })
})

describe('lines that are named alike', () => {
  const [small, large] = ['JACKET-S', 'JACKET-L'].map((sku) => {
    const one = line(1, 100)
    return { ...one, item: { ...one.item, sku, description: 'Rain jacket' } }
  })

  it('are told apart by their article number (D2)', () => {
    expect(small && itemName(small.item)).toBe('Rain jacket, JACKET-S')
    expect(itemName(line(1, 100).item)).toBe('Socks')
  })

  it('are found by name or article number, however it is typed (D3)', () => {
    const lines = [line(1, 100), ...(small && large ? [small, large] : [])]
    expect(linesWith(lines, 'RAIN')).toHaveLength(2)
    expect(linesWith(lines, 'jacket\u2011l')).toEqual([large])
    expect(linesWith(lines, '')).toHaveLength(3)
  })
})
