/**
 * Quantities are whole numbers of millionths, so that goods by weight ("0.35 kg") add up exactly.
 * One piece is 1 000 000.
 */
export const QUANTITY_SCALE = 1_000_000

const DECIMALS = 6

/**
 * Millionths of a provider's JSON quantity. Null when it is negative, not finite, or finer than a
 * millionth: such a line can be shown but not divided.
 */
export function quantityMicrosOf(quantity: number): number | null {
  if (!Number.isFinite(quantity) || quantity < 0) return null
  const micros = Math.round(quantity * QUANTITY_SCALE)
  if (!Number.isSafeInteger(micros)) return null
  return micros / QUANTITY_SCALE === quantity ? micros : null
}

/** The number a provider expects in JSON: 2 for 2 000 000. */
export function quantityNumber(quantityMicros: number): number {
  return quantityMicros / QUANTITY_SCALE
}

/** Plain decimal text without trailing zeros: "2", "0.35". */
export function quantityText(quantityMicros: number): string {
  const whole = Math.trunc(quantityMicros / QUANTITY_SCALE)
  const rest = quantityMicros % QUANTITY_SCALE
  if (rest === 0) return String(whole)
  return `${whole}.${String(rest).padStart(DECIMALS, '0').replace(/0+$/, '')}`
}

/** True when nothing is counted in fractions of a piece; an unknown quantity says nothing. */
export function hasWholePieces(
  lines: readonly { readonly quantityMicros: number | null }[],
): boolean {
  return lines.every(({ quantityMicros }) => isWholePieces(quantityMicros ?? 0))
}

/** True for a whole number of pieces. */
export function isWholePieces(quantityMicros: number): boolean {
  return quantityMicros % QUANTITY_SCALE === 0
}
