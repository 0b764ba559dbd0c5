import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RefusalLog } from './refusal-log'

const lines: [reason: unknown, count: number][] = []

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
})
afterEach(() => vi.useRealTimers())

it('refusal log: logs a new reason at once, and the rest of an interval in one counted line', () => {
  const refusals = new RefusalLog((reason, count) => lines.push([reason, count]), 1_000)
  for (let call = 0; call < 500; call += 1) refusals.add({ problem: 'forged' })
  refusals.add({ problem: 'stale' })
  expect(lines).toEqual([
    [{ problem: 'forged' }, 1],
    [{ problem: 'stale' }, 1],
  ])
  vi.advanceTimersByTime(1_000)
  expect(lines.slice(2)).toEqual([[{ problem: 'forged' }, 499]])
  refusals.add({ problem: 'stale' })
  expect(lines.at(-1)).toEqual([{ problem: 'stale' }, 1])
  expect(lines).toHaveLength(4)
})
