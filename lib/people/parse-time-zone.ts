/**
 * The time zone of this name, in the spelling of Intl, which may know it by an older name: then as it
 * was typed. Its name is null for an empty text. Only "Area/Place" and UTC: PostgreSQL takes short
 * names such as CET for a fixed distance, Intl for a place with summer time.
 */
export function parseTimeZone(text: string): { readonly name: string | null } | null {
  const typed = text.trim()
  if (typed === '') return { name: null }
  if (!/^(UTC|[a-z]+(\/[\w+-]+)+)$/i.test(typed)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions()
    return { name: timeZone.toLowerCase() === typed.toLowerCase() ? timeZone : typed }
  } catch {
    return null
  }
}
