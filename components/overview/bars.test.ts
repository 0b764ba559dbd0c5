import { expect, it } from 'vitest'
import { bars } from './bars'

const day = (capturedMinor: number, refundedMinor: number) => ({
  day: '2026-09-03',
  capturedMinor,
  refundedMinor,
})

it('draws both kinds on one scale, with the line where they meet', () => {
  const { lineY, mostMinor, bars: drawn } = bars([day(300_00, 0), day(150_00, 100_00)], 100)
  expect({ lineY, mostMinor }).toEqual({ lineY: 75, mostMinor: 300_00 })
  expect(drawn.map(({ up, down }) => [up, down])).toEqual([
    [75, 0],
    [37.5, 25],
  ])
})

it('keeps the smallest sum visible, and draws nothing for nothing', () => {
  const [small, nothing] = bars([day(1, 0), day(0, 0), day(1_000_000_00, 0)], 100).bars
  expect(small?.up).toBe(1)
  expect([nothing?.up, nothing?.down]).toEqual([0, 0])
})
