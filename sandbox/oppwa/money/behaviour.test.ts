import { expect, it } from 'vitest'
import { behaviourFor, isBehaviour } from './behaviour'

it.each([
  ['refuse-capture', 'CP', 'refuse'],
  ['capture-202', 'CP', '202'],
  ['capture-202-refused', 'CP', '202-refused'],
  ['rebill-timeout', 'RB', 'timeout'],
  ['refund-uncertain', 'RF', 'uncertain'],
  ['capture-202', 'RF', null],
  [undefined, 'CP', null],
] as const)(
  'sandbox Open Payment Platform behaviour: %s means for %s: %s',
  (behaviour, type, expected) => {
    expect(behaviour === undefined || isBehaviour(behaviour)).toBe(true)
    expect(behaviourFor(behaviour, type)).toBe(expected)
  },
)
