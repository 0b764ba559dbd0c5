import type { Texts, I18n } from './i18n'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS_SHOWN = 7

/** A duration in its largest unit: "14 s", "3 min", "5 h", "2 d". */
export function durationText(durationMs: number, t: Texts): string {
  const length = Math.max(0, durationMs)
  if (length < MINUTE) return t('age.seconds', { count: Math.floor(length / SECOND) })
  if (length < HOUR) return t('age.minutes', { count: Math.floor(length / MINUTE) })
  if (length < DAY) return t('age.hours', { count: Math.floor(length / HOUR) })
  return t('age.days', { count: Math.floor(length / DAY) })
}

/** "just now", "14 s ago", "3 min ago"; a date once it is more than a week old. */
export function describeAge(at: Date, now: Date, { t, formats }: I18n): string {
  const age = now.getTime() - at.getTime()
  if (age < SECOND) return t('age.justNow')
  if (age >= DAYS_SHOWN * DAY) return formats.day(at)
  return t('age.ago', { duration: durationText(age, t) })
}

/** Time left as a clock: "0:42", "12:05"; "0:00" once it has passed. */
export function countdownText(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / SECOND))
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}

interface DeadlineText {
  readonly text: string
  readonly weight: 'calm' | 'near' | 'passed'
}

const NEAR_MS = 3 * DAY

/** The distance to a deadline: "in 12 d", "in 5 h", "passed 2 d ago". */
export function deadlineText(at: Date, now: Date, { t }: I18n): DeadlineText {
  const left = at.getTime() - now.getTime()
  if (left <= 0)
    return { text: t('age.passed', { duration: durationText(-left, t) }), weight: 'passed' }
  const text = t('age.left', { duration: durationText(left, t) })
  return { text, weight: left <= NEAR_MS ? 'near' : 'calm' }
}
