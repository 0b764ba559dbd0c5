import { formatDay } from './dates'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS_TOLD = 7

/** How long something took or takes, in its largest unit: "14 s", "3 min", "5 h", "2 d". */
function formatDuration(durationMs: number): string {
  const length = Math.max(0, durationMs)
  if (length < MINUTE) return `${String(Math.floor(length / SECOND))} s`
  if (length < HOUR) return `${String(Math.floor(length / MINUTE))} min`
  if (length < DAY) return `${String(Math.floor(length / HOUR))} h`
  return `${String(Math.floor(length / DAY))} d`
}

/** "just now", "14 s ago", "3 min ago"; a date once it is more than a week old. */
export function formatAge(at: Date, now: Date): string {
  const age = now.getTime() - at.getTime()
  if (age < SECOND) return 'just now'
  if (age >= DAYS_TOLD * DAY) return formatDay(at)
  return `${formatDuration(age)} ago`
}

/** Time left as a clock: "0:42", "12:05"; "0:00" once it has passed. */
export function formatCountdown(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / SECOND))
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}

export interface DeadlineLabel {
  readonly text: string
  readonly weight: 'calm' | 'near' | 'passed'
}

const NEAR_MS = 3 * DAY

/** How near a deadline is: "in 12 d", "in 5 h", "passed 2 d ago". */
export function formatDeadline(at: Date, now: Date): DeadlineLabel {
  const left = at.getTime() - now.getTime()
  if (left <= 0) return { text: `passed ${formatDuration(-left)} ago`, weight: 'passed' }
  return { text: `in ${formatDuration(left)}`, weight: left <= NEAR_MS ? 'near' : 'calm' }
}
