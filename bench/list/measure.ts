import { rounded, spread, type Spread } from '../support/statistics'
import { CASES } from './cases'
import type { Dataset } from './dataset'

export interface CaseFigures {
  readonly name: string
  /** Milliseconds, in the order of the sizes. */
  readonly spreads: readonly Spread[]
  /** The median of the largest size in those of the smallest. */
  readonly ratio: number
}

/** Statements are planned anew the first times; that is not what a day at work meets. */
const WARM_UP_ROUNDS = 12

/** Asks each question so many times of each stock, the stocks in turn. */
export async function measureCases(
  datasets: readonly Dataset[],
  rounds: number,
): Promise<readonly CaseFigures[]> {
  const figures: CaseFigures[] = []
  for (const { name, run } of CASES) {
    const timesMs = datasets.map((): number[] => [])
    for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
      for (const [index, dataset] of datasets.entries()) {
        const startedMs = performance.now()
        await run(dataset)
        if (round >= 0) timesMs[index]?.push(performance.now() - startedMs)
      }
    }
    const spreads = timesMs.map((times) => spread(times, 2))
    const ratio = rounded((spreads.at(-1)?.p50 ?? 0) / (spreads[0]?.p50 ?? 1), 2)
    figures.push({ name, spreads, ratio })
  }
  return figures
}
