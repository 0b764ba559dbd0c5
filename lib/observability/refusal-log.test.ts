import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RefusalLog } from './refusal-log'

const lines: unknown[] = []

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
})
afterEach(() => vi.useRealTimers())

it('logs a new reason at once, and the rest of an interval in one counted line', () => {
  const refusals = new RefusalLog((line) => lines.push(line), 1_000)
  for (let call = 0; call < 500; call += 1) refusals.add({ problem: 'forged' })
  refusals.add({ problem: 'stale' })
  expect(lines).toEqual([
    { problem: 'forged', count: 1 },
    { problem: 'stale', count: 1 },
  ])
  vi.advanceTimersByTime(1_000)
  expect(lines.slice(2)).toEqual([{ problem: 'forged', count: 499 }])
  refusals.add({ problem: 'stale' })
  expect(lines.at(-1)).toEqual({ problem: 'stale', count: 1 })
  expect(lines).toHaveLength(4)
})
