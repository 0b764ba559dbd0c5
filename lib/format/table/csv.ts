import { wallClockMs, type Cell, type CellRow } from './cell'

/** Characters at which some program breaks a file's lines. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/** Signs by which spreadsheets know a formula, also in their full-width and small forms. */
const SIGNS = '=+\\-@|\\u2212\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20\\uff5c'

/**
 * A sign where a cell may begin. A spreadsheet of a country that writes decimals with a comma splits
 * the file at semicolons and takes no quotes within a cell for such, so that a cell may begin
 * anywhere within a text; blanks, invisible characters and quotes before the sign don't hinder it.
 */
const FORMULA = new RegExp(`(^|[,;])([\\s\\p{Cf}"]*)(?=[${SIGNS}])`, 'gu')

/**
 * A line of CSV (RFC 4180), with nothing in it that a spreadsheet would run, whether it splits at
 * commas, semicolons or tabs. Line breaks and tabs in texts become blanks.
 */
export function csvLine(row: CellRow, timeZone: string): string {
  return `${row.map((cell) => quoted(plain(cell, timeZone))).join(',')}\r\n`
}

/** So that spreadsheets take the file for UTF-8. */
export const CSV_BEGIN = '\ufeff'

function plain(cell: Cell, timeZone: string): string {
  switch (cell.kind) {
    case 'text':
      return cell.text.replace(BREAKS, ' ').replace(FORMULA, "$1$2'")
    case 'amount':
      return cell.digits
    case 'time':
      return new Date(wallClockMs(cell.at, timeZone)).toISOString().slice(0, 19).replace('T', ' ')
    case 'empty':
      return ''
  }
}

function quoted(text: string): string {
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
