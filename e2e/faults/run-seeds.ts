import { isStopping } from '@/scripts/processes/shutdown'
import { type CampaignOptions, runSeed } from './run-seed'
import type { SeedResult } from './model/seed-result'

/** A seed and its provider. */
export type Turn = Pick<CampaignOptions, 'seed' | 'participant'>

/**
 * Runs seeds, `atOnce` at a time, and reports each result. Once the program is stopping, what a seed
 * finds is no result: its instances may be gone.
 */
export async function runSeeds(
  turns: readonly Turn[],
  options: Omit<CampaignOptions, keyof Turn>,
  atOnce: number,
  onResult: (result: SeedResult) => Promise<void>,
): Promise<SeedResult[]> {
  const queue = [...turns]
  const results: SeedResult[] = []
  const takeOne = async (): Promise<void> => {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const result = await runSeed({ ...options, ...turn })
      if (isStopping()) return
      results.push(result)
      await onResult(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOne))
  return results
}
