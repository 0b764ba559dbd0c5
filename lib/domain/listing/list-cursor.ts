/** The end of a keyset page: the position of its last row in the order of the list. */
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

/** The end of the year 9999: databases and people write later dates in ways of their own. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/**
 * The parts of the list's orders, each in an order of its own: by deadline come the deadlines that
 * are to come, the earliest first, then those that have passed, the latest first, then what has no
 * deadline, the newest first.
 */
const PARTS = ['newest', 'oldest', 'upcoming', 'passed', 'undated'] as const
export type ListPart = (typeof PARTS)[number]

/** A position in the list: the part that it is in, and the position in that. */
export interface ListPosition extends ListCursor {
  readonly part: ListPart
}

/** The opaque text of a position, safe in a URL. */
export function encodePosition(position: ListPosition): string {
  const cursor = encodeCursor(position)
  return position.part === 'newest' ? cursor : `${position.part}.${cursor}`
}

/** The position that a text stands for, or null when it stands for none. */
export function decodePosition(text: string): ListPosition | null {
  const [name = '', ...rest] = text.split('.')
  const named = PARTS.find((part) => part === name && part !== 'newest')
  const cursor = decodeCursor(named === undefined ? text : rest.join('.'))
  return cursor && { part: named ?? 'newest', at: cursor.at, id: cursor.id }
}

/** The cursor that a text stands for, or null when it stands for none. */
export function decodeCursor(text: string): ListCursor | null {
  const [time = '', id = '', ...rest] = text.split('.')
  const milliseconds = /^[0-9a-z]{1,11}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  if (rest.length > 0 || !isUuid(id) || !(milliseconds <= LATEST)) return null
  return { at: new Date(milliseconds), id }
}
