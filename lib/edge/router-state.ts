/** Next takes no longer one. */
const MOST_CHARACTERS = 40_000

const MARKERS: readonly unknown[] = [
  undefined,
  null,
  'refetch',
  'inside-shared-layout',
  'metadata-only',
]
const isNoneOr = (type: string) => (value: unknown) =>
  value === undefined || value === null || typeof value === type

/**
 * True for a `Next-Router-State-Tree` that Next's router can have sent. Next answers every other one
 * with an error of the server, whatever the address.
 */
export function isRouterState(header: string): boolean {
  if (header.length > MOST_CHARACTERS) return false
  try {
    return isTree(JSON.parse(decodeURIComponent(header)))
  } catch {
    return false
  }
}

/** A segment with the trees below it, and what the router notes beside them. */
function isTree(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > 6) return false
  const [segment, below, refresh, marker, bits, more] = value as readonly unknown[]
  return (
    isSegment(segment) &&
    isRecord(below) &&
    Object.values(below).every(isTree) &&
    (refresh === undefined || refresh === null || isTextPair(refresh)) &&
    MARKERS.includes(marker) &&
    isNoneOr('number')(bits) &&
    (more === undefined || typeof more === 'string')
  )
}

const PARAMETER_TYPE = /^([cd]|oc|[cd]i\((\.\.\)\(\.\.|\.{1,3})\))$/

/** A name, or a parameter with its value, its type and its static siblings. */
function isSegment(value: unknown): boolean {
  if (typeof value === 'string') return true
  if (!Array.isArray(value) || value.length !== 4) return false
  const [name, key, type, siblings] = value as readonly unknown[]
  return (
    isTextPair([name, key]) &&
    typeof type === 'string' &&
    PARAMETER_TYPE.test(type) &&
    (siblings === null || (Array.isArray(siblings) && siblings.every(isText)))
  )
}

function isTextPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isText)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
