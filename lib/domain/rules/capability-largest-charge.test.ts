import { expect, it } from 'vitest'
import { findLargestCharge } from './capability'

const charge = { kind: 'capture', state: 'succeeded', amountMinor: 70 } as const

it.each([
  ['the largest that succeeded', [charge, { ...charge, amountMinor: 30 }], 70],
  ['no failed one', [charge, { ...charge, state: 'failed', amountMinor: 90 } as const], 70],
  ['no refund', [charge, { ...charge, kind: 'refund', amountMinor: 90 } as const], 70],
  ['nothing where no event tells', [{ ...charge, amountMinor: null }], null],
])('the largest charge is %s', (_, events, expected) => {
  expect(findLargestCharge(events)).toBe(expected)
})
