import { type CampaignWish, playSeed } from './campaign'
import type { SeedResult } from './model/seed-result'

/** A seed and the provider with which it is played. */
export type Turn = Pick<CampaignWish, 'seed' | 'participant'>

/** Plays seeds, a few at a time so that one works while another waits, and tells of each. */
export async function playSeeds(
  turns: readonly Turn[],
  wish: Omit<CampaignWish, keyof Turn>,
  atOnce: number,
  onResult: (result: SeedResult) => void,
): Promise<SeedResult[]> {
  const queue = [...turns]
  const results: SeedResult[] = []
  const takeOne = async (): Promise<void> => {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const result = await playSeed({ ...wish, ...turn })
      results.push(result)
      onResult(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOne))
  return results.sort((left, right) => left.seed - right.seed)
}
