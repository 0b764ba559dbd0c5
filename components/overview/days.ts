import type { DayMovement } from '@/lib/domain/view/overview'
import { formatsFor } from '@/lib/format/formats'
import { useFormats } from '@/lib/i18n/use-i18n'

export interface DayFigures {
  /** "2026-09-03" */
  readonly day: string
  readonly capturedMinor: number
  readonly refundedMinor: number
}

/** The movements of one currency, day by day and in all. */
export interface CurrencyDays {
  readonly currency: string
  readonly days: readonly DayFigures[]
  readonly captured: { readonly count: number; readonly amountMinor: number }
  readonly refunded: { readonly count: number; readonly amountMinor: number }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** This many calendar days up to and with a last one, oldest first. */
export function lastDays(today: string, count: number): string[] {
  const last = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  )
}

/** The movements by currency, the one with the most movements first; no day is left out. */
export function currencyDays(
  movements: readonly DayMovement[],
  days: readonly string[],
): CurrencyDays[] {
  const inRange = movements.filter(({ day }) => days.includes(day))
  return [...byCurrency(inRange)]
    .map(([currency, own]) => ({
      currency,
      days: days.map((day) => figures(day, own)),
      captured: total(own, 'capture'),
      refunded: total(own, 'refund'),
    }))
    .toSorted((a, b) => movementsOf(b) - movementsOf(a))
}

function figures(day: string, movements: readonly DayMovement[]): DayFigures {
  const own = movements.filter((movement) => movement.day === day)
  return {
    day,
    capturedMinor: total(own, 'capture').amountMinor,
    refundedMinor: total(own, 'refund').amountMinor,
  }
}

function total(movements: readonly DayMovement[], kind: DayMovement['kind']) {
  const own = movements.filter((movement) => movement.kind === kind)
  return {
    count: own.reduce((sum, movement) => sum + movement.count, 0),
    amountMinor: own.reduce((sum, movement) => sum + movement.amountMinor, 0),
  }
}

function movementsOf({ captured, refunded }: CurrencyDays): number {
  return captured.count + refunded.count
}

function byCurrency(movements: readonly DayMovement[]): Map<string, DayMovement[]> {
  const groups = new Map<string, DayMovement[]>()
  for (const movement of movements) {
    groups.set(movement.currency, [...(groups.get(movement.currency) ?? []), movement])
  }
  return groups
}

/**
 * Names a calendar day ("2026-09-03") for the reader: "3 Sep". It is no moment in any time zone.
 */
export function useDayName(now: Date): (day: string) => string {
  const { shortDay } = formatsFor(useFormats().locale, 'UTC')
  return (day) => shortDay(new Date(`${day}T00:00:00Z`), now)
}
