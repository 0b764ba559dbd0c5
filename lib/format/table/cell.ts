/** A value in a table that leaves the house as a file. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** Decimal digits such as "1240.50". */
  | { readonly kind: 'amount'; readonly digits: string }
  | { readonly kind: 'time'; readonly at: Date }
  | { readonly kind: 'empty' }

export type CellRow = readonly Cell[]

export const EMPTY_CELL: Cell = { kind: 'empty' }

/** A text, or nothing for an empty one. */
export function textCell(text: string | null): Cell {
  return text === null || text === '' ? EMPTY_CELL : { kind: 'text', text }
}

/** The milliseconds since 1970 that a clock in this time zone shows, as if it were UTC. */
export function wallClockMs(at: Date, timeZone: string): number {
  const parts = new Map(
    wallClock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let format = wallClocks.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    })
    wallClocks.set(timeZone, format)
  }
  return format
}
