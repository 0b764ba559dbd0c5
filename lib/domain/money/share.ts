/**
 * The part of `total` that lies between two points of a whole, in exact integer arithmetic. Shares
 * of neighbouring stretches always add up to the share of both together, so whatever is divided
 * into pieces, one after the other, never loses or gains a minor unit: the rounding lands on the
 * later piece. `from` and `to` are parts of `whole`, 0 ≤ from ≤ to, whole > 0; beyond the whole it
 * goes on at the same rate.
 */
export function shareBetween(total: number, whole: number, from: number, to: number): number {
  return roundedShare(total, whole, to) - roundedShare(total, whole, from)
}

/** `total × part ÷ whole`, rounded towards zero: never more than the part is worth. */
export function proportion(total: number, whole: number, part: number): number {
  return Number((BigInt(total) * BigInt(part)) / BigInt(whole))
}

/** `total × part ÷ whole`, rounded half away from zero. */
function roundedShare(total: number, whole: number, part: number): number {
  const magnitude = BigInt(Math.abs(total)) * BigInt(part)
  const divisor = BigInt(whole)
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return Number(total < 0 ? -rounded : rounded)
}

/** A VAT rate in hundredths of a percent; null for one that no column holds. */
export function basisPointsOf(percent: number | null | undefined): number | null {
  if (percent === null || percent === undefined) return null
  const basisPoints = Math.round(percent * 100)
  return Math.abs(basisPoints) < 1_000_000 ? basisPoints : null
}
