const DAY_MS = 86_400_000
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/
const HAS_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i
const LOOKS_ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * Milliseconds of an ISO 8601 text; UTC without a zone (fact sheet §4). Null for another text. As
 * an upper bound, a date without a time is moved by a day, so that the day is included.
 */
export function parseTime(text: string, bound: 'lower' | 'upper'): number | null {
  // A plus sign without encoding arrives as a blank.
  const repaired = text.replace(/ (\d{2}:?\d{2})$/, (zone) =>
    text.includes('T') ? `+${zone.trim()}` : zone,
  )
  if (!LOOKS_ISO.test(repaired)) return null
  const dateOnly = DATE_ONLY.test(repaired)
  const withZone = dateOnly || HAS_ZONE.test(repaired.slice(10)) ? repaired : `${repaired}Z`
  const ms = Date.parse(withZone)
  if (Number.isNaN(ms)) return null
  return dateOnly && bound === 'upper' ? ms + DAY_MS : ms
}

/** A whole number written in digits, else null. */
export function parseWhole(text: string): number | null {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
