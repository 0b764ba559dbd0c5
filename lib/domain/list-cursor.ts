/** Where a keyset page ends: the newest-first position of its last row. */
export interface ListCursor {
  readonly createdAt: Date
  readonly id: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID, which all our ids are. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The opaque text of a cursor, safe in a URL. */
export function encodeCursor(cursor: ListCursor): string {
  return `${cursor.createdAt.getTime().toString(36)}.${cursor.id}`
}

/** The cursor that a text stands for, or null when it stands for none. */
export function decodeCursor(text: string): ListCursor | null {
  const [time = '', id = '', ...rest] = text.split('.')
  const milliseconds = /^[0-9a-z]{1,11}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  const createdAt = new Date(milliseconds)
  if (rest.length > 0 || !isUuid(id) || Number.isNaN(createdAt.getTime())) return null
  return { createdAt, id }
}
