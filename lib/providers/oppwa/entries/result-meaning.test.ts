import { describe, expect, it } from 'vitest'
import { LATER_CODES, LISTED_CODES } from '@/sandbox/oppwa/codes/all-codes'
import { RESULT_GROUPS, resultGroup } from './result-groups'
import {
  entryMeaning,
  isTestModeSuccess,
  resultMeaning,
  type ResultMeaning,
} from './result-meaning'

/** Codes of the public list in each group (fact sheet §7). */
const COUNTS: Readonly<Record<keyof typeof RESULT_GROUPS, number>> = {
  success: 10,
  success_review: 10,
  pending_short: 5,
  pending_long: 4,
  risk_3d_secure: 9,
  declined_by_bank: 49,
  communication: 15,
  system: 8,
  asynchronous: 12,
  soft_decline: 0,
  external_risk: 87,
  address_check: 9,
  three_d_secure: 14,
  blacklist: 14,
  risk_limits: 23,
  configuration: 30,
  registration: 26,
  job: 17,
  reference: 42,
  merchant_advice: 0,
  format: 67,
  address: 13,
  contact: 20,
  account: 36,
  amount: 13,
  risk_management: 4,
  chargeback: 25,
}

describe('the groups of the 564 listed codes', () => {
  it('are all there', () => {
    expect(LISTED_CODES).toHaveLength(564)
    expect(new Set(LISTED_CODES).size).toBe(564)
  })

  it('overlap nowhere, and only two codes are in none', () => {
    const without: string[] = []
    for (const code of LISTED_CODES) {
      const groups = Object.values(RESULT_GROUPS).filter((pattern) => pattern.test(code))
      expect(groups.length, code).toBeLessThanOrEqual(1)
      if (groups.length === 0) without.push(code)
    }
    expect(without).toEqual(['000.500.000', '000.500.100'])
  })

  it('have as many codes as the platform says', () => {
    const counts = Object.fromEntries(Object.keys(RESULT_GROUPS).map((group) => [group, 0]))
    for (const code of LISTED_CODES) {
      const group = resultGroup(code)
      if (group !== null) counts[group] = (counts[group] ?? 0) + 1
    }
    expect(counts).toEqual(COUNTS)
  })

  it('hold the codes that came later', () => {
    expect(LATER_CODES.map(resultGroup)).toEqual([
      'soft_decline',
      'merchant_advice',
      'merchant_advice',
      'merchant_advice',
    ])
  })
})

describe('the meaning of a code', () => {
  it.each<[ResultMeaning, readonly string[]]>([
    ['done', ['000.000.000', '000.100.110', '000.100.112', '000.300.000', '000.600.000']],
    ['done', ['000.400.110', '000.400.120']],
    ['done_review', ['000.400.000', '000.400.050', '000.400.090', '000.400.100']],
    ['unknown', ['000.400.030', '000.100.211', '000.100.212', '000.500.000', '000.500.100']],
    ['no_result', ['000.200.100', '000.200.101', '000.200.102']],
    ['pending', ['000.200.000', '000.200.200', '800.400.500', '800.400.502', '100.400.500']],
    ['rate_limited', ['800.120.100']],
    ['not_found', ['700.400.580', '200.300.406', '700.100.100']],
    ['unauthorized', ['800.900.100', '800.900.201', '800.900.300', '800.900.301', '800.900.302']],
    ['unauthorized', ['600.300.200', '600.200.202', '600.200.500', '500.100.201', '800.121.200']],
    ['duplicate', ['800.110.100', '800.130.100', '200.200.106', '200.300.405']],
    ['not_allowed', ['700.400.570', '700.400.100', '700.300.700', '700.400.510', '900.100.202']],
    ['unknown', ['900.100.100', '900.100.300', '900.100.400', '900.100.500']],
    ['temporary', ['900.100.301', '900.100.310', '900.100.600', '900.200.100', '900.400.100']],
    ['declined', ['900.100.200', '900.100.201', '900.100.203', '800.100.176', '800.100.151']],
    ['no_result', ['800.700.100', '800.600.100', '800.800.800', '800.800.801']],
    ['unknown', ['600.100.100', '999.999.888', '999.999.999', '100.396.104']],
    ['never_retry', ['700.600.002', '700.601.001', '700.601.003']],
    ['declined', ['100.396.101', '100.397.102', '300.100.100', '100.390.108', '800.140.100']],
    ['invalid', ['200.300.404', '100.550.303', '100.100.101', '100.800.101', '100.700.101']],
  ])('%s: %j', (meaning, codes) => {
    for (const code of codes) expect(resultMeaning(code, true), code).toBe(meaning)
  })

  it.each(['700.400.510', '700.400.520', '700.400.530', '600.200.500'])(
    '%s on an unknown id is not found',
    (code) => {
      expect(resultMeaning(code, false)).toBe('not_found')
      expect(resultMeaning(code, true)).not.toBe('not_found')
    },
  )

  it('is unknown for a code that is not listed, never a success', () => {
    for (const code of ['', '1', '000.700.000', '999.000.000x', 'abc']) {
      expect(['unknown', 'unauthorized']).toContain(resultMeaning(code, true))
    }
  })

  it('counts as done for no more codes than those of the two success groups', () => {
    const done = LISTED_CODES.filter((code) => resultMeaning(code, true).startsWith('done'))
    expect(done).toHaveLength(20)
  })
})

describe('the code of a chargeback, or of its reversal', () => {
  it('says why, not whether: with a reason it is done, in doubt pending, never failed (E7)', () => {
    for (const type of ['CB', 'CR']) {
      for (const code of ['000.100.200', '000.100.207', '000.100.230', '000.000.000']) {
        expect(entryMeaning(type, code), `${type} ${code}`).toBe('done')
      }
      for (const code of LISTED_CODES.filter((one) => !one.startsWith('700.'))) {
        expect(['done', 'pending'], `${type} ${code}`).toContain(entryMeaning(type, code))
      }
    }
    expect(entryMeaning('CB', '700.400.400')).toBe('not_allowed')
  })

  it('on a refund or reversal leaves open if money moved; a charge was declined (E7)', () => {
    expect(entryMeaning('RF', '000.100.207')).toBe('unknown')
    expect(entryMeaning('RV', '000.100.220')).toBe('unknown')
    expect(entryMeaning('DB', '000.100.207')).toBe('declined')
    expect(entryMeaning('RF', '800.100.152')).toBe('declined')
  })
})

it('result codes: recognises a success of a test mode', () => {
  expect(['000.100.110', '000.100.111', '000.100.112'].every(isTestModeSuccess)).toBe(true)
  expect(isTestModeSuccess('000.000.000')).toBe(false)
})
