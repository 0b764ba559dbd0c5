import type { DayFigures } from './days'

export interface Bar extends DayFigures {
  /** The greatest length of a bar from the line. */
  readonly up: number
  readonly down: number
}

interface Drawing {
  readonly bars: readonly Bar[]
  /** Position of the line between captured and refunded. */
  readonly lineY: number
  /** The most that was captured in a day. */
  readonly mostMinor: number
}

/** The least length of a bar, so that the smallest sum stays visible. */
const SHORTEST = 1

/** Fits a bar a day into a height: captured upwards, refunded downwards, on one scale. */
export function bars(days: readonly DayFigures[], height: number): Drawing {
  const mostMinor = Math.max(0, ...days.map(({ capturedMinor }) => capturedMinor))
  const mostBackMinor = Math.max(0, ...days.map(({ refundedMinor }) => refundedMinor))
  const rangeMinor = Math.max(1, mostMinor + mostBackMinor)
  const length = (amountMinor: number) =>
    amountMinor === 0 ? 0 : Math.max(SHORTEST, (amountMinor / rangeMinor) * height)
  return {
    mostMinor,
    lineY: (mostMinor / rangeMinor) * height,
    bars: days.map((day) => ({
      ...day,
      up: length(day.capturedMinor),
      down: length(day.refundedMinor),
    })),
  }
}
