import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textCell, type Cell } from './cell'
import { csvLine } from './csv'

const amount: Cell = { kind: 'amount', digits: '-1249.05' }
const time: Cell = { kind: 'time', at: new Date('2026-07-01T22:30:15Z') }

/** A line whose texts come from outside, between values of ours. */
function lineOf(...texts: readonly string[]): string {
  const cells = texts.flatMap((text) => [textCell(text), amount])
  return csvLine([time, ...cells, time], 'UTC')
}

/** Splits as spreadsheets do: quotes count where a cell begins; what follows the last belongs to it. */
function cellsOf(file: string, separators: string, honoursQuotes: boolean): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  let isBegin = true
  for (let at = 0; at < file.length; at += 1) {
    const character = file.charAt(at)
    if (isQuoted && character === '"' && file.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (isQuoted && character === '"') {
      isQuoted = false
    } else if (isBegin && honoursQuotes && character === '"') {
      isQuoted = true
      isBegin = false
    } else if (!isQuoted && (separators + '\r\n').includes(character)) {
      cells.push(cell)
      cell = ''
      isBegin = true
    } else {
      cell += character
      isBegin = false
    }
  }
  return [...cells, cell]
}

const readings = [',', ';', '\t', ',;\t'].flatMap((separators) =>
  [true, false].map((honoursQuotes) => ({ separators, honoursQuotes })),
)
const NUMBER = /^-?\d+(\.\d+)?$/
const SIGNS = ['=', '+', '-', '@', '|', '−', '﹢', '﹣', '﹦', '﹫', '＋', '－', '＝', '＠', '｜']

function formulasIn(line: string): string[] {
  return readings
    .flatMap(({ separators, honoursQuotes }) => cellsOf(line, separators, honoursQuotes))
    .filter((cell) => !NUMBER.test(cell))
    .filter((cell) => SIGNS.includes(cell.replace(/^[\s\p{C}"]+/u, '').charAt(0)))
}

describe('csv', () => {
  it.each([
    '=1+1',
    '+47 1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '|calc',
    'Ola;=HYPERLINK("http://x")',
    'A;=1+1;x',
    'A, "=1',
    'A;"=1+1"',
    'A;\u200b\u00a0＝1',
    'A\r\n=1+1',
    'A\t+1',
    'A\u2028=1',
    '\ufeff=1',
  ])('begins no cell with a formula: %j', (text) => {
    expect(formulasIn(lineOf(text))).toEqual([])
    expect(formulasIn(lineOf('Ola;', text, ';"', text))).toEqual([])
  })

  it('begins no cell with a formula, whatever the texts and the separator are', () => {
    const character = fc.constantFrom(...SIGNS, ...'";,\t\r\n\' \u200b\u00a0\u0000\u0085aA1')
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 12 }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        expect(formulasIn(lineOf(...texts))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it('leaves numbers numbers, and texts without a sign as they are', () => {
    expect(lineOf('Ola; Kari', 'A-1=2')).toBe(
      '2026-07-01 22:30:15,"Ola; Kari",-1249.05,A-1=2,-1249.05,2026-07-01 22:30:15\r\n',
    )
  })
})
