import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textCell, type Cell } from './cell'
import { CSV_FOR_PROGRAMS, CSV_FOR_SPREADSHEETS, csvLine } from './csv'

const amount: Cell = { kind: 'amount', digits: '-1249.05' }
const time: Cell = { kind: 'time', at: new Date('2026-07-01T22:30:15Z') }

/** A line for programs whose texts come from outside, between values of ours. */
function lineOf(...texts: readonly string[]): string {
  return csvLine(rowOf(texts), 'UTC', CSV_FOR_PROGRAMS)
}

/** The same line for spreadsheets. */
function spreadsheetLineOf(...texts: readonly string[]): string {
  return csvLine(rowOf(texts), 'UTC', CSV_FOR_SPREADSHEETS)
}

function rowOf(texts: readonly string[]): readonly Cell[] {
  return [time, ...texts.flatMap((text) => [textCell(text), amount]), time]
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
const NUMBER = /^-?\d+([.,]\d+)?$/
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
    'A;＝1+1',
    '＋47',
    'A;－1',
    '＠x',
  ])('begins no cell with a formula: %j (C6)', (text) => {
    expect(formulasIn(spreadsheetLineOf('Ola;', text, ';"', text))).toEqual([])
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
        expect(formulasIn(spreadsheetLineOf(...texts))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it('opens right where decimals have a comma: numbers are numbers, texts are texts (C7)', () => {
    expect(spreadsheetLineOf('FF-1001', '7700123', 'Ola; Kari')).toBe(
      '2026-07-01 22:30:15;FF-1001;-1249,05;7700123;-1249,05;"Ola; Kari";-1249,05;2026-07-01 22:30:15\r\n',
    )
  })

  it.each([
    '004712345678',
    '123456789012',
    '1234567890123456789',
    '12-11',
    '3/4',
    '10.12',
    '1E5',
    '12:30',
  ])('keeps a reference as it is in a spreadsheet: %s (C7)', (text) => {
    expect(spreadsheetLineOf(text)).toContain(`;'${text};`)
    expect(lineOf(text)).toContain(`,${text},`)
  })

  it('leaves numbers numbers, and texts without a sign as they are', () => {
    expect(lineOf('Ola; Kari', 'A-1=2')).toBe(
      '2026-07-01 22:30:15,"Ola; Kari",-1249.05,A-1=2,-1249.05,2026-07-01 22:30:15\r\n',
    )
  })
})
