import { expect, it } from 'vitest'
import { bars } from './bars'

const day = (capturedMinor: number, refundedMinor: number) => ({
  day: '2026-09-03',
  capturedMinor,
  refundedMinor,
})

it('bars: captured and refunded share one scale and one zero line', () => {
  const { lineY, mostMinor, bars: drawn } = bars([day(300_00, 0), day(150_00, 100_00)], 100)
  expect({ lineY, mostMinor }).toEqual({ lineY: 75, mostMinor: 300_00 })
  expect(drawn.map(({ up, down }) => [up, down])).toEqual([
    [75, 0],
    [37.5, 25],
  ])
})

it('bars: the smallest sum stays visible, and a zero has no bar', () => {
  const [small, nothing] = bars([day(1, 0), day(0, 0), day(1_000_000_00, 0)], 100).bars
  expect(small?.up).toBe(1)
  expect([nothing?.up, nothing?.down]).toEqual([0, 0])
})
