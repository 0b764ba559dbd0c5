import { strToU8, Zip, ZipDeflate } from 'fflate'
import { wallClockMs, type Cell, type CellRow } from './cell'
import { AMOUNT_STYLES, STYLE, XLSX_PARTS, XLSX_SHEET_BEGIN, xlsxSheetEnd } from './xlsx-parts'

/** Names of the columns; no table of ours has more. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const DAY_MS = 86_400_000
/** A header has at most 255 characters, its codes among them (ECMA-376, 18.3.1.39). */
const HEADER_LENGTH = 100
/** Days from the spreadsheet's day 0 to 1970. */
const EPOCH_DAYS = 25_569
/** Characters that XML 1.0 cannot hold. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** What a file says of whose it is. */
export interface TableOwner {
  /** Times are written as a clock in this zone shows them. */
  readonly timeZone: string
  /** The business, at the top of each printed page of a workbook. */
  readonly name: string
}

/**
 * A workbook with one sheet that is made while it is sent: `add` rows, the heading first, and
 * `end`; the bytes come out through `onBytes`, in between. Texts stay texts, whatever they begin
 * with. Times are written as a clock in the owner's zone shows them; the owner's name is at the top of
 * each printed page.
 */
export class XlsxWriter {
  readonly #zip: Zip
  readonly #sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 })
  #rows = 0

  constructor(
    private readonly owner: TableOwner,
    onBytes: (bytes: Uint8Array) => void,
  ) {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) throw error
      onBytes(bytes)
    })
    for (const [name, text] of Object.entries(XLSX_PARTS)) {
      const part = new ZipDeflate(name)
      this.#zip.add(part)
      part.push(strToU8(text), true)
    }
    this.#zip.add(this.#sheet)
    this.#sheet.push(strToU8(XLSX_SHEET_BEGIN))
  }

  add(rows: readonly CellRow[]): void {
    this.#sheet.push(strToU8(rows.map((row) => this.#row(row)).join('')))
  }

  end(): void {
    const header = this.owner.name.slice(0, HEADER_LENGTH).replaceAll('&', '&&')
    this.#sheet.push(strToU8(xlsxSheetEnd(escaped(header))), true)
    this.#zip.end()
  }

  #row(row: CellRow): string {
    this.#rows += 1
    const number = this.#rows
    const cells = row.map((cell, column) => this.#cell(cell, `${LETTERS.charAt(column)}${number}`))
    return `<row r="${number}">${cells.join('')}</row>`
  }

  #cell(cell: Cell, place: string): string {
    switch (cell.kind) {
      case 'text': {
        const style = this.#rows === 1 ? STYLE.heading : STYLE.plain
        return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
      }
      case 'amount':
        return `<c r="${place}" s="${amountStyle(cell.digits)}"><v>${cell.digits}</v></c>`
      case 'time':
        return `<c r="${place}" s="${STYLE.time}"><v>${wallClockMs(cell.at, this.owner.timeZone) / DAY_MS + EPOCH_DAYS}</v></c>`
      case 'empty':
        return ''
    }
  }
}

/** The format that shows as many decimals as the currency has. */
function amountStyle(digits: string): number {
  const [, fraction = ''] = digits.split('.')
  return AMOUNT_STYLES[fraction.length] ?? STYLE.plain
}

function escaped(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
