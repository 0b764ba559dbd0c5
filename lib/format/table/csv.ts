import { wallClockMs, type Cell, type CellRow } from './cell'

/** Spreadsheets take a cell that begins like this for a formula. */
const FORMULA = /^\s*[=+\-@|\t\r]/

/** A line of CSV (RFC 4180), with nothing in it that a spreadsheet would run. */
export function csvLine(row: CellRow, timeZone: string): string {
  return `${row.map((cell) => quoted(plain(cell, timeZone))).join(',')}\r\n`
}

/** So that spreadsheets take the file for UTF-8. */
export const CSV_BEGIN = '\ufeff'

function plain(cell: Cell, timeZone: string): string {
  switch (cell.kind) {
    case 'text':
      return FORMULA.test(cell.text) ? `'${cell.text}` : cell.text
    case 'amount':
      return cell.digits
    case 'time':
      return new Date(wallClockMs(cell.at, timeZone)).toISOString().slice(0, 19).replace('T', ' ')
    case 'empty':
      return ''
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
