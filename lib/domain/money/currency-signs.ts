/** Regions whose pages and people we read: those of the markets of our providers. */
const REGIONS = ['en-GB', 'nb-NO', 'sv-SE', 'da-DK', 'fi-FI', 'de-DE', 'is-IS']
const DISPLAYS = ['code', 'symbol', 'narrowSymbol'] as const

const known = new Map<string, readonly string[]>()

/** A currency as pages write it, in lower case: "nok", "kr", "kr." for the Norwegian krone. */
function currencySigns(currency: string): readonly string[] {
  let signs = known.get(currency)
  if (signs === undefined) {
    signs = [...new Set(REGIONS.flatMap((region) => signsIn(region, currency)))]
    known.set(currency, signs)
  }
  return signs
}

function signsIn(region: string, currency: string): readonly string[] {
  return DISPLAYS.flatMap((currencyDisplay) => {
    const format = new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay })
    const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
    const lower = sign.toLowerCase()
    return lower.endsWith('.') ? [lower, lower.slice(0, -1)] : [lower]
  })
}

/** "40,-", "40.-" and "40:-" are whole amounts. */
const WHOLE = /(?<=\d)\s*[.,:]\s*[-\u2010-\u2015\u2212]+$/u

export interface SplitAmount {
  /** The text without a currency and without the dash of a whole amount. */
  readonly figures: string
  /** Those of the given currencies that are written beside the figures; null without one. */
  readonly written: readonly string[] | null
}

/**
 * Takes the currency off an amount as people and pages write it: "NOK 40.00", "40,00 kr", "kr 40,-".
 * A sign that several currencies have stands for all of them.
 */
export function splitCurrency(text: string, currencies: readonly string[]): SplitAmount {
  const trimmed = text.trim().toLowerCase()
  let longest = ''
  let figures = trimmed
  for (const sign of new Set(currencies.flatMap(currencySigns))) {
    const rest = withoutSign(trimmed, sign)
    if (rest === null || sign.length <= longest.length) continue
    longest = sign
    figures = rest
  }
  const written =
    longest === '' ? null : currencies.filter((one) => currencySigns(one).includes(longest))
  return { figures: figures.replace(WHOLE, ''), written }
}

/** The rest of a text that begins or ends with the sign of a currency, null when it does not. */
function withoutSign(text: string, sign: string): string | null {
  if (text.startsWith(sign)) {
    const rest = text.slice(sign.length).trimStart()
    if (/^[-\u2212]?\d/.test(rest)) return rest
  }
  if (text.endsWith(sign)) {
    const rest = text.slice(0, -sign.length).trimEnd()
    if (/\d$/.test(rest) || WHOLE.test(rest)) return rest
  }
  return null
}
