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

/** Texts that a spreadsheet would take for a number, a date or a time, and write in its own way. */
const NUMERIC = /^(?=.*\d)[\d\s.,:/()%-]+$|^[\d.,]+\s*e\s*[+-]?\d+$/iu
/** Whole numbers without a zero in front: spreadsheets keep up to so many digits as they are. */
const PLAIN = /^[1-9]\d{0,10}$/

/** A kind of CSV: for programs (RFC 4180), or for spreadsheets that write decimals with a comma. */
export interface CsvDialect {
  readonly separator: ',' | ';'
  readonly decimalMark: '.' | ','
  /** True when texts like "0047", "12-11" or long references get an apostrophe, which keeps them texts. */
  readonly keepsTexts: boolean
}

export const CSV_FOR_PROGRAMS: CsvDialect = {
  separator: ',',
  decimalMark: '.',
  keepsTexts: false,
}

export const CSV_FOR_SPREADSHEETS: CsvDialect = {
  separator: ';',
  decimalMark: ',',
  keepsTexts: true,
}

/**
 * A line of CSV, with nothing in it that a spreadsheet would run, whether it splits at commas,
 * semicolons or tabs. Line breaks and tabs in texts become blanks.
 */
export function csvLine(row: CellRow, timeZone: string, dialect: CsvDialect): string {
  return `${row.map((cell) => plain(cell, timeZone, dialect)).join(dialect.separator)}\r\n`
}

/** So that spreadsheets take the file for UTF-8. */
export const CSV_BEGIN = '\ufeff'

function plain(cell: Cell, timeZone: string, dialect: CsvDialect): string {
  switch (cell.kind) {
    case 'text':
      return quoted(keptText(cell.text.replace(BREAKS, ' '), dialect).replace(FORMULA, "$1$2'"))
    case 'amount':
      return cell.digits.replace('.', dialect.decimalMark)
    case 'time':
      return new Date(wallClockMs(cell.at, timeZone)).toISOString().slice(0, 19).replace('T', ' ')
    case 'empty':
      return ''
  }
}

function keptText(text: string, { keepsTexts }: CsvDialect): string {
  return keepsTexts && NUMERIC.test(text) && !PLAIN.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
