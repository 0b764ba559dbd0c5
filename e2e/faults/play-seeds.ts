import { type CampaignWish, playSeed, type SeedResult } from './campaign'

/** Plays seeds, a few at a time so that one works while another waits, and tells of each. */
export async function playSeeds(
  seeds: readonly number[],
  wish: Omit<CampaignWish, 'seed'>,
  atOnce: number,
  onResult: (result: SeedResult) => void,
): Promise<SeedResult[]> {
  const queue = [...seeds]
  const results: SeedResult[] = []
  const takeOne = async (): Promise<void> => {
    for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
      const result = await playSeed({ ...wish, seed })
      results.push(result)
      onResult(result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOne))
  return results.sort((left, right) => left.seed - right.seed)
}
