import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { addBusinessDays, describeArrival } from './describe-arrival'

const en = i18nFor('en', 'Europe/Oslo')
const at = new Date('2026-11-27T12:00:00Z')
const refund = {
  at,
  activity: { of: 'operation', kind: 'refund', state: 'succeeded' },
} as const

describe('describeArrival', () => {
  it.each(['klarna.klarna', 'klarna.billie', 'collector.invoice', 'bambora.walley'])(
    'says of a refund through %s that the invoice is lowered (H5)',
    (method) => {
      expect(describeArrival(refund, method, en)).toMatch(/invoice is lowered/)
    },
  )

  it('keeps the expected dates of a refund to a card on the page (H5)', () => {
    expect(describeArrival(refund, 'payex.creditcard', en)).toMatch(/between .*2.* and .*11/)
  })

  it('says nothing of refunds that are not done, and of captures', () => {
    const pending = { of: 'operation', kind: 'refund', state: 'pending' } as const
    expect(describeArrival({ at, activity: pending }, 'vipps', en)).toBeNull()
    const capture = { of: 'operation', kind: 'capture', state: 'succeeded' } as const
    expect(describeArrival({ at, activity: capture }, 'vipps', en)).toBeNull()
  })
})

describe('addBusinessDays', () => {
  it('leaves weekends out', () => {
    expect(addBusinessDays(at, 1).toISOString()).toBe('2026-11-30T12:00:00.000Z')
    expect(addBusinessDays(at, 10).toISOString()).toBe('2026-12-11T12:00:00.000Z')
  })
})
