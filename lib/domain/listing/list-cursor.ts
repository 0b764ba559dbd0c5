/** Where a keyset page ends: the position of its last row in the order of the list. */
export interface ListCursor {
  readonly at: Date
  readonly id: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID, which all our ids are. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The opaque text of a cursor, safe in a URL. */
export function encodeCursor(cursor: ListCursor): string {
  return `${cursor.at.getTime().toString(36)}.${cursor.id}`
}

/** The cursor that a text stands for, or null when it stands for none. */
export function decodeCursor(text: string): ListCursor | null {
  const [time = '', id = '', ...rest] = text.split('.')
  const milliseconds = /^[0-9a-z]{1,11}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  const at = new Date(milliseconds)
  if (rest.length > 0 || !isUuid(id) || Number.isNaN(at.getTime())) return null
  return { at, id }
}
