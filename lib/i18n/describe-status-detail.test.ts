import { describe, expect, it } from 'vitest'
import { MESSAGES } from '@/messages'
import { reasonWords } from './describe-reason'
import { saidWords } from './describe-status-detail'
import { wordingFor } from './i18n'

const en = wordingFor('en', 'Europe/Oslo').t
const nb = wordingFor('nb', 'Europe/Oslo').t

describe('saidWords', () => {
  it('says what is stored as a code in the reader’s language', () => {
    const broken = { code: 'connection_broke', values: { code: 'ECONNRESET' } } as const
    expect(saidWords(en, broken)).toMatch(/^The connection broke .* \(ECONNRESET\)\.$/)
    expect(saidWords(nb, broken)).toMatch(/^Forbindelsen ble brutt .* \(ECONNRESET\)\.$/)
    const unread = { code: 'not_readable', values: { problem: 'unauthorized' } } as const
    expect(saidWords(nb, unread)).toBe(
      'Leverandøren kunne ikke leses: den godtok ikke tilgangen vår.',
    )
  })

  it('leaves the words of others, and of earlier versions, as they were written', () => {
    expect(saidWords(nb, 'Closed today {really}.')).toBe('Closed today {really}.')
  })

  it.each(Object.keys(MESSAGES.en.sayings))('has words for %s in both languages', (code) => {
    const values = {
      code: 'X',
      status: 1,
      detail: 'x',
      problem: 'y',
      currency: 'NOK',
      largest: '1',
      reason: 'z',
    }
    const said = { code: code as keyof typeof MESSAGES.en.sayings, values }
    expect(saidWords(en, said)).not.toContain('sayings.')
    expect(saidWords(nb, said)).not.toContain('sayings.')
  })
})

describe('reasonWords', () => {
  it('says a picked reason in the reader’s language, and its note as it was written', () => {
    expect(reasonWords(en, 'not_delivered: never came')).toBe('Not delivered: never came')
    expect(reasonWords(nb, 'not_delivered: never came')).toBe('Ikke levert: never came')
    expect(reasonWords(nb, 'damaged')).toBe('Skadet')
  })

  it('leaves what was written freely as it is', () => {
    expect(reasonWords(nb, 'Returned: too small')).toBe('Returned: too small')
  })
})
