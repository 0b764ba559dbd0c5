import { expect, it } from 'vitest'
import { nextCheckMs } from './next-check'

const DAY_MS = 86_400_000

it('checks: ever further apart, then daily for a week, then people decide', () => {
  const delays = Array.from({ length: 15 }, (_, checks) => nextCheckMs(checks))
  const early = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000]
  expect(delays).toEqual([...early, ...Array<number>(7).fill(DAY_MS), null, null])
})
