import { LIMITS } from '@/lib/config/limits'
import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import { visibleText } from '@/lib/domain/listing/search-key'

/** The shape that a text must have. */
export type CellShape = 'order' | 'text' | 'currency' | 'reference' | 'url'

export type Read<T> =
  { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly text: string }

/** Spreadsheets show a long number so: its digits are lost. */
const LOST_DIGITS = /^\d([.,]\d+)?e\+?\d+$/i
/** A number or text that a spreadsheet was told to leave as it is: `="00123"`. */
const QUOTED_FORMULA = /^="([^"]*)"$/
const QUANTITY = /^(\d{1,9})(?:[.,](\d{1,6}))?$/

/** A text in a cell of a file; null where it is empty. */
export function readText(cell: string, shape: CellShape): Read<string> {
  const text = plainCell(cell)
  if (text === '' && shape !== 'order') return { ok: true, value: null }
  return readAs(text, (plain) => textOf(plain, shape))
}

/** A quantity in millionths; null where the cell is empty. */
export function readQuantity(cell: string): Read<number> {
  const text = plainCell(cell)
  return text === '' ? { ok: true, value: null } : readAs(text, quantityOf)
}

function plainCell(cell: string): string {
  const plain = visibleText(cell)
  return QUOTED_FORMULA.exec(plain)?.[1]?.trim() ?? plain
}

function readAs<T>(text: string, reader: (text: string) => T | null): Read<T> {
  const most = LIMITS.batch.cellLength
  const isOdd = text === '' || text.startsWith('=') || text.length > most
  const value = isOdd ? null : reader(text)
  return value === null ? { ok: false, text: text.slice(0, most) } : { ok: true, value }
}

function quantityOf(text: string): number | null {
  const [, whole, fraction = ''] = QUANTITY.exec(text.replaceAll(' ', '')) ?? []
  if (whole === undefined) return null
  const micros = Number(whole) * QUANTITY_SCALE + Number(fraction.padEnd(6, '0'))
  return Number.isSafeInteger(micros) && micros > 0 ? micros : null
}

function textOf(text: string, shape: CellShape): string | null {
  switch (shape) {
    case 'order':
      return LOST_DIGITS.test(text) ? null : text
    case 'currency':
      return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null
    case 'reference':
      return text.length <= LIMITS.text.reference ? text : null
    case 'url':
      return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
    case 'text':
      return text
  }
}
