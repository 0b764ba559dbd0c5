/**
 * The parsed JSON, or null when the text is not JSON (an empty body, HTML, a cut-off answer).
 * Integers that a float would round, such as 64-bit ids, become strings of their digits.
 */
export function parseJson(text: string): { readonly value: unknown } | null {
  try {
    const value = JSON.parse(text) as unknown
    return {
      value: MANY_DIGITS.test(text) ? (JSON.parse(quoteLongIntegers(text)) as unknown) : value,
    }
  } catch {
    return null
  }
}

/** As many digits as the first integers that a float rounds. */
const MANY_DIGITS = /\d{16}/
/** A string, which is left alone, or an integer that may be too long. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g

function quoteLongIntegers(json: string): string {
  return json.replace(STRING_OR_LONG_INTEGER, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  )
}
