/** A word of one of the provider's enumerations; their letter case varies (clarification 5). */
export function wordOf(text: string): string {
  return text.toLowerCase()
}

const PENDING: ReadonlySet<string> = new Set(['pending', 'waiting', 'locked'])

/** Whether a status says that the result is still to come (fact sheet §6.1). */
export function isPendingStatus(status: string): boolean {
  return PENDING.has(wordOf(status))
}
