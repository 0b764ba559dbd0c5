import { percentile } from '@/testing/percentile'

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? 0
  const lower = Number.isInteger(half) ? (sorted[half - 1] ?? upper) : upper
  return (lower + upper) / 2
}

export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** Count, median, 95th percentile and maximum of the values. */
export function spread(values: readonly number[], digits = 1): Spread {
  return {
    count: values.length,
    p50: rounded(median(values), digits),
    p95: rounded(percentile(values, 0.95), digits),
    max: rounded(percentile(values, 1), digits),
  }
}

/** Rounds to this many decimals. */
export function rounded(value: number, digits = 1): number {
  const factor = 10 ** digits
  return Math.round(value * factor) / factor
}
