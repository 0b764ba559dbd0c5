import type { Prng } from '@/sandbox/prng'

/** The place of a value in JSON: names of members and positions in lists. */
export type Path = readonly (string | number)[]

export interface Mutation {
  readonly kind: string
  readonly path: Path
  readonly payload: unknown
}

type Change = (value: unknown) => { readonly value: unknown } | null

const isText = (value: unknown): value is string => typeof value === 'string'

/** What providers, and systems between them and us, do to single values; null where it can't be done. */
const CHANGES: Readonly<Record<string, Change>> = {
  null: () => ({ value: null }),
  blank: () => ({ value: '' }),
  'number for text': (value) => (isText(value) ? { value: 7_700_123 } : null),
  'text for number': (value) => (typeof value === 'number' ? { value: String(value) } : null),
  'time without zone': (value) => {
    const bare = isText(value) ? value.replace(/(:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)$/, '$1') : value
    return bare === value ? null : { value: bare }
  },
  'huge number': (value) => (Array.isArray(value) ? null : { value: 1e30 }),
  'huge text': (value) => (isText(value) ? { value: `${value}${'ø'.repeat(5_000)}` } : null),
  'unknown word': (value) => (isText(value) ? { value: 'SOMETHING_NEW' } : null),
  'odd characters': (value) => (isText(value) ? { value: `\u202e${value}\u0000` } : null),
}

/** One change at a random place of the payload, any place with the same chance. */
export function mutate(payload: unknown, random: Prng): Mutation {
  const path = random.pick(pathsIn(payload))
  const at = path.at(-1)
  const isEntry = typeof at === 'number'
  const kinds = [...Object.keys(CHANGES), 'missing', ...(isEntry ? ['duplicate'] : [])]
  for (;;) {
    const kind = random.pick(kinds)
    if (kind === 'missing' || kind === 'duplicate') {
      const entries = (list: readonly unknown[], index: number) =>
        kind === 'missing' ? list.toSpliced(index, 1) : list.toSpliced(index, 0, list[index])
      return { kind, path, payload: changeAt(payload, path, entries) }
    }
    const changed = CHANGES[kind]?.(valueAt(payload, path)) ?? null
    if (changed === null) continue
    const entries = (list: readonly unknown[], index: number) => list.with(index, changed.value)
    return { kind, path, payload: changeAt(payload, path, entries, changed.value) }
  }
}

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Array.isArray(value) ? value.entries() : Object.entries(value)
  return [...members].flatMap(([name, member]: [string | number, unknown]) => {
    const own = [...path, name]
    return [own, ...pathsIn(member, own)]
  })
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, name) => (parent as Readonly<Record<string | number, unknown>>)[name],
    value,
  )
}

type ChangeList = (list: readonly unknown[], index: number) => readonly unknown[]

/** A copy with another member at the end of the path; without a value it is left out. */
function changeAt(parent: unknown, path: Path, entries: ChangeList, value?: unknown): unknown {
  const [name, ...rest] = path
  if (Array.isArray(parent) && typeof name === 'number') {
    const list: readonly unknown[] = parent
    return rest.length === 0
      ? entries(list, name)
      : list.with(name, changeAt(list[name], rest, entries, value))
  }
  const members = Object.entries(parent as object).flatMap(([key, member]: [string, unknown]) => {
    if (key !== name) return [[key, member]]
    if (rest.length > 0) return [[key, changeAt(member, rest, entries, value)]]
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(members)
}
