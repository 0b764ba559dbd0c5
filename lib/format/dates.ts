import { LOCALE } from './locale'

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE.dates, { timeZone: LOCALE.timeZone, ...options })
}

const DAY = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const SHORT_DAY = formatter({ day: 'numeric', month: 'short' })
const YEAR = formatter({ year: 'numeric' })
const WEEKDAY = formatter({ weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' })
const TIME = formatter({ hour: '2-digit', minute: '2-digit' })
const CLOCK = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const EXACT = formatter({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

/** English month names shortened to three letters; runtimes disagree about "Sept". */
function threeLetterMonth(text: string): string {
  return text.replace('Sept', 'Sep')
}

/** "3 Sep 2026" */
export function formatDay(at: Date): string {
  return threeLetterMonth(DAY.format(at))
}

/** "3 Sep"; with the year where it is not this one. */
export function formatShortDay(at: Date, now: Date): string {
  return YEAR.format(at) === YEAR.format(now)
    ? threeLetterMonth(SHORT_DAY.format(at))
    : formatDay(at)
}

/** "Thursday 3 Sep 2026" */
export function formatWeekday(at: Date): string {
  return threeLetterMonth(WEEKDAY.format(at)).replace(',', '')
}

/** "14:05" */
export function formatTime(at: Date): string {
  return TIME.format(at)
}

/** "14:05:09" */
export function formatClock(at: Date): string {
  return CLOCK.format(at)
}

/** "3 Sep 2026, 14:05" */
export function formatDateTime(at: Date): string {
  return `${formatDay(at)}, ${formatTime(at)}`
}

/** "3 Sep 2026, 14:05:09 CEST", for hovering. */
export function formatExact(at: Date): string {
  return threeLetterMonth(EXACT.format(at))
}

/** The calendar day in the business time zone, for grouping: "2026-09-03". */
export function dayKey(at: Date): string {
  const parts = new Map(
    formatter({ year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`
}
