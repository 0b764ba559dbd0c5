const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment in a time zone: "2026-10-25". */
export function localDay(at: Date, timeZone: string): string {
  return new Date(localMs(at, timeZone)).toISOString().slice(0, 10)
}

/** The calendar day that a text is: "2026-10-25"; null for any other text. */
export function readDay(text: string): string | null {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
}

/** The calendar day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * The first moment of a calendar day in a time zone. Where the clocks skip midnight, that is when
 * they are put forward; where midnight comes twice, the first.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // Clocks are turned once in these days, so that one of the two offsets is that of the midnight.
  const moments = [-DAY_MS, DAY_MS]
    .map((side) => new Date(midnight + side))
    .map((at) => midnight - (localMs(at, timeZone) - at.getTime()))
    .filter((ms) => localDay(new Date(ms), timeZone) >= day)
  return new Date(Math.min(...moments))
}

/** What the clocks of a time zone show, as if it were UTC, without parts of a second. */
function localMs(at: Date, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value)
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const clock = [part('hour'), part('minute'), part('second')] as const
  // By the time within the second, the offset stays a whole number of seconds.
  return Date.UTC(year, month - 1, day, ...clock) + (((at.getTime() % 1_000) + 1_000) % 1_000)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return format
}
