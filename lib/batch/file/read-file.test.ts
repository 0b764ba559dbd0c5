import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'
import { decodeFile } from './decode-file'
import { readTable } from './read-table'
import { isHeadless, readMapping, recogniseColumns } from './recognise-columns'
import { wantedRows } from './wanted-rows'

/** The rows of a file whose head says which column is which. */
function rowsOf(text: string): readonly WantedRow[] {
  const read = readTable(text)
  if (!read.ok) throw new Error(read.error.code)
  return wantedRows(read.value, recogniseColumns(read.value.head).mapping)
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

const SHEET = 'Ordrenr;Beløp\r\n10001;1 249,50\r\n10002;\r\n'

describe('file of a batch: its text', () => {
  it.each([
    ['UTF-8', Buffer.from(SHEET)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${SHEET}`)],
    ['Windows-1252', Buffer.from(SHEET, 'latin1')],
    ['UTF-16 with its mark', utf16(`\ufeff${SHEET}`, false)],
    ['UTF-16 the other way round, with its mark', utf16(`\ufeff${SHEET}`, true)],
    ['UTF-16 without a mark', utf16(SHEET, false)],
    ['UTF-16 the other way round, without a mark', utf16(SHEET, true)],
  ])('is read in %s', (_encoding, bytes) => {
    expect(decodeFile(bytes)).toBe(SHEET)
  })

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004rest', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['bytes that are empty', Buffer.alloc(2_000)],
  ])('is refused of %s', (_what, bytes) => {
    expect(decodeFile(bytes)).toBeNull()
  })
})

describe('file of a batch: its columns', () => {
  it.each([
    [
      'Order number',
      'Ordrenr.',
      'Beställningsnummer',
      'Ordrenummer',
      'Tilausnumero',
      'Bestell-Nr.',
    ],
    ['Order', 'ORDRE', 'Ordernummer', 'Bestillingsnummer', 'Tilaus', 'Auftragsnummer'],
  ])('are recognised as that of the order in six languages: %s, %s, %s, %s, %s, %s', (...heads) => {
    for (const head of heads) expect(recogniseColumns(['x', head]).mapping).toEqual({ order: 1 })
  })

  it('are recognised in any order, with what warehouses put into them', () => {
    const head = ['Sporingsnr', 'Antall', 'Varenr', 'Ordrenr', 'Beløp', 'Valuta', 'Fakturanr']
    expect(recogniseColumns(head)).toEqual({
      mapping: {
        tracking: 0,
        quantity: 1,
        sku: 2,
        order: 3,
        amount: 4,
        currency: 5,
        invoiceNumber: 6,
      },
      isAmbiguous: false,
    })
  })

  it('are ambiguous where two names mean the same', () => {
    expect(recogniseColumns(['Order', 'Ordrenr']).isAmbiguous).toBe(true)
    expect(recogniseColumns(['Order', 'Order']).isAmbiguous).toBe(true)
  })

  it.each([
    ['order:0,sku:2', { order: 0, sku: 2 }],
    ['sku:2', null],
    ['order:3', null],
    ['order:0,order:1', null],
    ['order:0,sku:0', null],
    ['order:-1', null],
    ['colour:0', null],
    ['', null],
  ])('are named by a person: %s', (text, mapping) => {
    expect(readMapping(text, 3)).toEqual(mapping)
  })

  it('have no head where the first row names none and its order is a number', () => {
    expect(isHeadless(['10001', '5'], { order: 0 })).toBe(true)
    expect(isHeadless(['Shop number', 'x'], { order: 0 })).toBe(false)
    expect(isHeadless(['Order 2', 'Ordrenr'], { order: 1 })).toBe(false)
  })
})

describe('file of a batch: its rows', () => {
  it.each([';', ',', '\t'])('are divided by %j', (mark) => {
    const line = (...cells: string[]) => cells.join(mark)
    const [row, ...others] = rowsOf(`${line('Order', 'Reference')}\n${line('A-1', 'R')}\n`)
    expect([row?.order, row?.reference, others]).toEqual(['A-1', 'R', []])
  })

  it('keep the lines on which they begin, past empty lines and line ends in quotes', () => {
    const text = 'Order;Tracking\n\nA;1\n"B";"two\nlines"\n;;\n\nC;3'
    expect(rowsOf(text).map((row) => [row.order, row.fileLines])).toEqual([
      ['A', [3]],
      ['B', [4]],
      ['C', [8]],
    ])
  })

  it.each([
    ['Order;Amount\nA;1 249,50', ','],
    ['Order,Amount\nA,"1,249.50"', '.'],
    ['Order,Amount\nA,"49,50"', ','],
    ['Order;Amount\nA;100', ','],
    ['Order,Amount\nA,100', '.'],
  ])('know which mark stands before decimals: %j', (text, mark) => {
    expect(rowsOf(text)[0]?.decimalMark).toBe(mark)
  })

  it('of one order by article are one, and others of one order are not', () => {
    const rows = rowsOf('Order;SKU;Qty\nA;x;1\nB;;\na ;y;2\nB;;')
    expect(rows.map(({ order, fileLines, lines }) => [order, fileLines, lines.length])).toEqual([
      ['A', [2, 4], 2],
      ['B', [3], 0],
      ['B', [5], 0],
    ])
    expect(rows[0]?.lines.map(({ quantityMicros }) => quantityMicros)).toEqual([1e6, 2e6])
  })

  it('take a number that a spreadsheet was told to leave alone', () => {
    expect(rowsOf('Order;Tracking\n="00123";x')[0]?.order).toBe('00123')
  })

  it.each([
    ['a formula', 'Order\n=HYPERLINK(A1)', 'Order', '=HYPERLINK(A1)'],
    ['digits that a spreadsheet has lost', 'Order\n"1,23457E+12"', 'Order', '1,23457E+12'],
    ['no order', 'Order;Tracking\n;x', 'Order', ''],
    ['a quantity in words', 'Order;SKU;Qty\nA;x;two', 'Qty', 'two'],
    ['nothing of an article', 'Order;SKU;Qty\nA;x;0', 'Qty', '0'],
    ['a currency in words', 'Order;Currency\nA;kroner', 'Currency', 'kroner'],
    [
      'a link that is none',
      'Order;Invoice URL\nA;javascript:alert(1)',
      'Invoice URL',
      'javascript:alert(1)',
    ],
    ['more cells than columns', 'Order,Amount\nA,49,50', null, 'A | 49 | 50'],
  ])('name what cannot be read: %s', (_what, text, column, cell) => {
    expect(rowsOf(text)[0]?.findings).toEqual([{ code: 'unreadable', column, text: cell }])
  })

  it.each([
    ['file_empty', '\n \n'],
    ['file_empty', ''],
    ['too_many_rows', `Order\n${'A\n'.repeat(10_001)}`],
  ])('are refused as a whole: %s', (code, text) => {
    expect(readTable(text)).toMatchObject({ ok: false, error: { code } })
  })

  it.each(['\n', '\r\n', '\r'])('have their line after a head of two lines: %j', (end) => {
    expect(readTable(`\"Order${end}number\"${end}A${end}\"B${end}b\"${end}C`)).toMatchObject({
      value: { rows: [{ line: 3 }, { line: 4 }, { line: 6 }] },
    })
  })

  it('are refused with the line in which a quotation mark is never closed', () => {
    const error = { code: 'file_quote_open', values: { line: 3 } }
    expect(readTable('Order\nA\n"B\nC\nD')).toEqual({ ok: false, error })
  })
})

describe('file of a batch, malformed', () => {
  const piece = fc.constantFrom(
    ...['Order', 'SKU', 'Qty', 'Amount', 'A-1', 'A-2', '1', '2,5', '-3', '1.234,50', '=1+1', '"'],
    ...[';', ',', '\t', '\n', '\r\n', '\r', '\0', '\ufeff', 'ø', '😀', '""', "'", ' ', '\u2028'],
  )
  const written = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join('')))
  const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array))
  const cut = fc
    .tuple(written, fc.boolean(), fc.nat(90))
    .map(([text, isWide, end]) => (isWide ? utf16(text.toString(), false) : text).subarray(0, end))

  it('is read or refused with its line, and each row has a line of the file and its columns', () => {
    fc.assert(
      fc.property(fc.oneof(written, bytes, cut), (file) => {
        const text = decodeFile(file)
        if (text === null) return true
        const read = readTable(text)
        if (!read.ok) return ['file_empty', 'file_quote_open'].includes(read.error.code)
        const { head } = read.value
        const { mapping } = recogniseColumns(head)
        const most = text.split(/\r\n|\n|\r/).length
        const rows = wantedRows(read.value, { order: 0, ...mapping })
        const lines = rows.flatMap(({ fileLines }) => fileLines).toSorted((a, b) => a - b)
        const isInOrder = lines.every(
          (line, index) => line > (lines[index - 1] ?? 1) && line <= most,
        )
        const isNamed = rows.every(
          ({ order, findings }) =>
            (order !== '' || findings.length > 0) &&
            findings.every(
              (found) =>
                found.code === 'unreadable' &&
                (found.column === null || head.includes(found.column)),
            ),
        )
        return isInOrder && isNamed && lines.length === read.value.rows.length
      }),
      { numRuns: 5_000 },
    )
  })
})
