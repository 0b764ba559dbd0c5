/** Query parameters as received; a repeated one is a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** All values of a parameter. */
export function valuesOf(query: Query, name: string): readonly string[] {
  const value = query[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The first value of a parameter. */
export function valueOf(query: Query, name: string): string | undefined {
  return valuesOf(query, name)[0]
}
