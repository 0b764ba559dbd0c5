import { expect, it } from 'vitest'
import { UsageError } from '../../describe-error'
import { describeStepUp, readStepUp } from './read-step-up'

it('step-up command: reads sums in the minor units of their currencies, and topics by their names', () => {
  expect(readStepUp('NOK=5000, EUR=499.50,JPY=20000', 'payouts, people,connections')).toEqual({
    refundLimitsMinor: { NOK: 500_000, EUR: 49_950, JPY: 20_000 },
    topics: ['pay_out', 'people', 'connections'],
  })
  expect(readStepUp('NOK=0', 'none')).toEqual({ refundLimitsMinor: { NOK: 0 }, topics: [] })
  expect(readStepUp('none', 'charges')).toEqual({ refundLimitsMinor: {}, topics: ['charge_again'] })
})

it.each([
  'NOK',
  'NOK=',
  'NOK=-5',
  'NOK=1,5',
  'nok=5',
  'QQQ=5',
  'NOK=1.005',
  'JPY=1.5',
  '',
  'NOK=5,',
])('step-up command: refuses “%s” as sums', (refunds) => {
  expect(() => readStepUp(refunds, 'none')).toThrow(UsageError)
})

it('step-up command: refuses topics that there are not', () => {
  expect(() => readStepUp('none', 'settings')).toThrow(UsageError)
})

it('step-up command: says what is set in words', () => {
  const setting = { refundLimitsMinor: { NOK: 500_000, EUR: 50_000 }, topics: ['people'] } as const
  expect(describeStepUp(setting)).toBe(
    'refunds above 5000.00 NOK or 500.00 EUR, and all refunds in other currencies; people',
  )
  expect(describeStepUp({ refundLimitsMinor: {}, topics: [] })).toBe('nothing')
})
