import { rounded, spread, type Spread } from '../support/statistics'
import { CASES } from './cases'
import type { Dataset } from './dataset'

export interface CaseFigures {
  readonly name: string
  /** Milliseconds, in the order of the sizes. */
  readonly spreads: readonly Spread[]
  /** Median of the largest size divided by that of the smallest. */
  readonly ratio: number
}

/** The first runs of a statement are planned anew; they are not representative. */
const WARM_UP_ROUNDS = 12

/** Runs each query `rounds` times on each dataset, the datasets in turn. */
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
