/** A field of an object; undefined when there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

/** @throws when the field is no number */
export function numberAt(value: unknown, name: string): number {
  const found = fieldOf(value, name)
  if (typeof found !== 'number') throw new Error(`The report has no number ${name}.`)
  return found
}

/** The text of a field; empty for any other value. */
export function textAt(value: unknown, name: string): string {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : ''
}

/** The list of a field; empty for any other value. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name)
  return Array.isArray(found) ? found : []
}
