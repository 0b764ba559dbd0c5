/**
 * The parsed JSON, or null when the text is not JSON (an empty body, HTML, a cut-off answer).
 * Integers that a float would round, such as 64-bit ids, become strings of their digits. Characters
 * that no database keeps, which JSON can only have escaped, are left out or replaced.
 */
export function parseJson(text: string): { readonly value: unknown } | null {
  try {
    const value = JSON.parse(text) as unknown
    return { value: UNSTORABLE.test(text) ? (JSON.parse(toStorable(text)) as unknown) : value }
  } catch {
    return null
  }
}

/** As many digits as the first integers that a float rounds, or an escaped NUL or half of a pair. */
const UNSTORABLE = /\d{16}|\\u(?:0000|d[89a-f])/i
/** A string, or an integer that may be too long. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g

function toStorable(json: string): string {
  return json.replace(STRING_OR_LONG_INTEGER, (token) => {
    if (token.startsWith('"')) return storable(token)
    return Number.isSafeInteger(Number(token)) ? token : `"${token}"`
  })
}

/** A string of JSON as PostgreSQL can keep it: without NUL, and with no half of a surrogate pair. */
function storable(token: string): string {
  if (!token.includes('\\u')) return token
  const text = JSON.parse(token) as string
  return JSON.stringify(text.replaceAll('\0', '').toWellFormed())
}
