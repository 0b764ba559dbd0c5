import { expect, it } from 'vitest'
import { isRestHeld } from './rest'

const PART = {
  status: 'partially_captured',
  totals: { authorizedMinor: 10_000, capturedMinor: 4_000, refundedMinor: 0, releasedMinor: 0 },
  openOperation: null,
} as const

it('rest of a part capture: held, and to be decided about', () => {
  expect(isRestHeld(PART)).toBe(true)
  expect(isRestHeld({ ...PART, status: 'partially_captured_refunded' })).toBe(true)
})

it.each([
  ['nothing was captured', { ...PART, status: 'authorized' as const }],
  ['the rest was released', { ...PART, totals: { ...PART.totals, releasedMinor: 6_000 } }],
  ['an operation is under way', { ...PART, openOperation: { kind: 'capture' } }],
  ['the figures contradict', { ...PART, totals: { ...PART.totals, refundedMinor: 5_000 } }],
])('rest of a part capture: none where %s', (_, payment) => {
  expect(isRestHeld(payment)).toBe(false)
})
