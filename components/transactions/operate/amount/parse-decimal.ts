const QUANTITY_DECIMALS = 6
const PERCENT_DECIMALS = 2

/** A typed quantity ("2", "0,35") in millionths; null when it is none. */
export function parseQuantity(text: string, decimalMark: string): number | null {
  return parseDecimal(text, QUANTITY_DECIMALS, decimalMark)
}

/** A typed percentage ("25", "2,5") in hundredths of a percent; null when it is none. */
export function parsePercent(text: string, decimalMark: string): number | null {
  return parseDecimal(text.replace(/\s*%$/, ''), PERCENT_DECIMALS, decimalMark)
}

/**
 * Without floats; a half-typed "2," is 2. The mark that is not the reader's before exactly three
 * digits could group thousands as well, so it is not read.
 */
function parseDecimal(text: string, decimals: number, decimalMark: string): number | null {
  const match = /^(\d+)(?:([.,])(\d*))?$/.exec(text.replaceAll(/\s/g, ''))
  if (match === null) return null
  const [, whole = '', mark = decimalMark, fraction = ''] = match
  if (fraction.length > decimals) return null
  if (mark !== decimalMark && fraction.length === 3 && !whole.startsWith('0')) return null
  const parts = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(parts) ? parts : null
}
