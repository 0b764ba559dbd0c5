import { describe, expect, it } from 'vitest'
import { withOverrides } from './limit-overrides'

const defaults = { repair: { pollMs: 1000, delaysMs: [5, 30] }, page: { rows: 50 } } as const

describe('withOverrides', () => {
  it('changes what is named and leaves the rest', () => {
    expect(withOverrides(defaults, '{"repair":{"pollMs":50,"delaysMs":[1,2,3]}}')).toEqual({
      repair: { pollMs: 50, delaysMs: [1, 2, 3] },
      page: { rows: 50 },
    })
    expect(withOverrides(defaults, undefined)).toEqual(defaults)
  })

  it.each([
    ['{"repair":{"pollMsec":50}}', 'PAYDESK_LIMITS.repair.pollMsec is no bound'],
    ['{"repair":{"pollMs":0}}', 'PAYDESK_LIMITS.repair.pollMs must be'],
    ['{"repair":{"pollMs":"50"}}', 'PAYDESK_LIMITS.repair.pollMs must be'],
    ['{"repair":{"delaysMs":[]}}', 'PAYDESK_LIMITS.repair.delaysMs must be'],
    ['{"repair":5}', 'PAYDESK_LIMITS.repair must be an object'],
    ['repair', 'PAYDESK_LIMITS is not JSON'],
  ])('refuses %s', (json, message) => {
    expect(() => withOverrides(defaults, json)).toThrow(message)
  })
})
