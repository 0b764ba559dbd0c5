import { type CampaignOptions, runSeed } from './run-seed'
import type { SeedResult } from './model/seed-result'

/** A seed and its provider. */
export type Turn = Pick<CampaignOptions, 'seed' | 'participant'>

/** Runs seeds, `atOnce` at a time, and reports each result. */
export async function runSeeds(
  turns: readonly Turn[],
  options: Omit<CampaignOptions, keyof Turn>,
  atOnce: number,
  onResult: (result: SeedResult) => void,
): Promise<SeedResult[]> {
  const queue = [...turns]
  const results: SeedResult[] = []
  const takeOne = async (): Promise<void> => {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const result = await runSeed({ ...options, ...turn })
      results.push(result)
      onResult(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOne))
  return results.sort((left, right) => left.seed - right.seed)
}
