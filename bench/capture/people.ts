import type { Payment } from './payments'

/** One capture by one user; throws unless it succeeded. */
export type Capture = (payment: Payment, person: number) => Promise<void>

/** The captures of a round. */
export interface Work {
  readonly captures: number
  readonly perSecond: number
  /** Duration of each capture in milliseconds. */
  readonly timesMs: readonly number[]
}

/** Lets `people` users capture for `durationMs`, each one payment after the other. */
export async function captureFor(
  durationMs: number,
  people: number,
  payments: readonly Payment[],
  capture: Capture,
): Promise<Work> {
  const timesMs: number[] = []
  const beganMs = performance.now()
  let next = 0
  const person = async (_: unknown, number: number) => {
    while (performance.now() - beganMs < durationMs) {
      const payment = payments[next]
      if (payment === undefined) throw new Error('The round ran out of payments.')
      next += 1
      const clickedMs = performance.now()
      await capture(payment, number)
      timesMs.push(performance.now() - clickedMs)
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  const elapsedS = (performance.now() - beganMs) / 1_000
  return { captures: timesMs.length, perSecond: timesMs.length / elapsedS, timesMs }
}
