import { describe, expect, it } from 'vitest'
import { findContradiction } from './registry'

const [E1, E2] = ['e1'.repeat(16), 'e2'.repeat(16)]
const secret = (change: Readonly<Record<string, unknown>> = {}) => {
  return { accessToken: 'token', environment: 'test', ...change }
}

describe('settings of the Open Payment Platform', () => {
  it.each([
    ['a second entity that is the account itself', { otherEntityId: E1 }, 'same_entity'],
    [
      'a second entity and one read a minute',
      { otherEntityId: E2, queriesPerMinute: 1 },
      'one_read_two_entities',
    ],
    ['a test mode in earnest', { environment: 'live', testMode: 'EXTERNAL' }, 'test_mode_live'],
    ['days of a list that there is not', { listDays: 30 }, 'days_without_list'],
  ])('contradict each other: %s', (_, change, contradiction) => {
    const accountId = ` ${E1.toUpperCase()}`
    expect(findContradiction('oppwa', { accountId, secret: secret(change) })).toMatchObject({
      contradiction,
    })
  })

  it.each([
    ['nothing but what is needed', {}],
    ['a second entity with the usual reads', { otherEntityId: E2 }],
    ['one read a minute of one entity', { queriesPerMinute: 1 }],
    ['a test mode of a test account', { testMode: 'INTERNAL' }],
    ['days of a list', { dateSearch: true, listDays: 30 }],
    ['the usual days, stated', { listDays: 90 }],
    ['one capture and a rest that is voided', { multipleCaptures: false, reversesRest: true }],
  ])('hold together: %s', (_, change) => {
    expect(findContradiction('oppwa', { accountId: E1, secret: secret(change) })).toBeNull()
  })
})

it('settings: a provider without any has nothing that could contradict', () => {
  expect(findContradiction('dintero', { accountId: 'T12345678', secret: {} })).toBeNull()
})
