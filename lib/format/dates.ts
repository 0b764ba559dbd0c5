import type { Locale } from '@/lib/domain/access/person-settings'
import { REGION } from './locale'

export interface DateFormats {
  /** "3 Sep 2026" */
  readonly day: (at: Date) => string
  /** "3 Sep"; with the year where it is not this one. */
  readonly shortDay: (at: Date, now: Date) => string
  /** "Thursday 3 Sep 2026" */
  readonly weekday: (at: Date) => string
  /** "14:05" */
  readonly time: (at: Date) => string
  /** "14:05:09" */
  readonly clock: (at: Date) => string
  /** "3 Sep 2026, 14:05" */
  readonly dateTime: (at: Date) => string
  /** "3 Sep 2026, 14:05:09 CEST", for hovering. */
  readonly exact: (at: Date) => string
  /** The calendar day in the business time zone, for grouping: "2026-09-03". */
  readonly dayKey: (at: Date) => string
}

/** English month names shortened to three letters; runtimes disagree about "Sept". */
function threeLetterMonth(text: string): string {
  return text.replace('Sept', 'Sep')
}

/** Formats of a language for dates and times of a time zone. */
export function dateFormats(locale: Locale, timeZone: string): DateFormats {
  const format = (options: Intl.DateTimeFormatOptions, region = REGION[locale]) => {
    const formatter = new Intl.DateTimeFormat(region, { timeZone, ...options })
    return (at: Date): string => threeLetterMonth(formatter.format(at))
  }
  const day = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayOfYear = format({ day: 'numeric', month: 'short' })
  const year = format({ year: 'numeric' })
  const weekday = format({ weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  return {
    day,
    time,
    shortDay: (at, now) => (year(at) === year(now) ? dayOfYear(at) : day(at)),
    weekday: (at) => weekday(at).replace(',', ''),
    clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    dateTime: (at) => `${day(at)}, ${time(at)}`,
    exact: format({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    }),
    // Swedes write dates as the standard has them: 2026-09-03.
    dayKey: format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE'),
  }
}
