import { describe, expect, it } from 'vitest'
import { MESSAGES } from '@/messages'
import { describeReason, describeStatusDetail } from './describe-status-detail'
import { i18nFor } from './i18n'

const en = i18nFor('en', 'Europe/Oslo').t
const nb = i18nFor('nb', 'Europe/Oslo').t

describe('describeStatusDetail', () => {
  it('says what is stored as a code in the reader’s language', () => {
    const broken = { code: 'connection_broke', values: { code: 'ECONNRESET' } } as const
    expect(describeStatusDetail(en, broken)).toMatch(/^The connection broke .* \(ECONNRESET\)\.$/)
    expect(describeStatusDetail(nb, broken)).toMatch(/^Forbindelsen ble brutt .* \(ECONNRESET\)\.$/)
    const unread = { code: 'not_readable', values: { problem: 'unauthorized' } } as const
    expect(describeStatusDetail(nb, unread)).toBe(
      'Leverandøren kunne ikke leses: den godtok ikke tilgangen vår.',
    )
  })

  it('leaves the words of others, and of earlier versions, as they were written', () => {
    expect(describeStatusDetail(nb, 'Closed today {really}.')).toBe('Closed today {really}.')
  })

  it.each(Object.keys(MESSAGES.en.statusDetails))('has words for %s in both languages', (code) => {
    const values = {
      code: 'X',
      status: 1,
      detail: 'x',
      problem: 'y',
      currency: 'NOK',
      largest: '1',
      reason: 'z',
      said: 'No.',
      kind: 'capture',
      sum: '50.00 DKK',
      by: 'none',
    }
    const detail = { code: code as keyof typeof MESSAGES.en.statusDetails, values }
    expect(describeStatusDetail(en, detail)).not.toContain('statusDetails.')
    expect(describeStatusDetail(nb, detail)).not.toContain('statusDetails.')
  })
})

describe('describeReason', () => {
  it('says a picked reason in the reader’s language, and its note as it was written', () => {
    expect(describeReason(en, 'not_delivered: never came')).toBe('Not delivered: never came')
    expect(describeReason(nb, 'not_delivered: never came')).toBe('Ikke levert: never came')
    expect(describeReason(nb, 'damaged')).toBe('Skadet')
  })

  it('leaves what was written freely as it is', () => {
    expect(describeReason(nb, 'Returned: too small')).toBe('Returned: too small')
  })
})
