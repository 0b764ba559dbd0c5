/** The parsed JSON, or null when the text is not JSON (an empty body, HTML, a cut-off answer). */
export function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
