const QUANTITY_DECIMALS = 6
const PERCENT_DECIMALS = 2

/** A typed quantity ("2", "0,35") in millionths; null when it is none. */
export function parseQuantity(text: string): number | null {
  return parseDecimal(text, QUANTITY_DECIMALS)
}

/** A typed percentage ("25", "2,5") in hundredths of a percent; null when it is none. */
export function parsePercent(text: string): number | null {
  return parseDecimal(text.replace(/\s*%$/, ''), PERCENT_DECIMALS)
}

/** Without floats; a half-typed "2," is 2. */
function parseDecimal(text: string, decimals: number): number | null {
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(text.replaceAll(/\s/g, ''))
  if (match === null) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.length > decimals) return null
  const parts = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(parts) ? parts : null
}
