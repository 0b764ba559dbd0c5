import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { whatChanged } from './what-changed'

const en = i18nFor('en', 'Europe/Oslo')
const before = {
  status: 'authorized',
  currency: 'NOK',
  items: [],
  newestOperation: null,
  totals: { authorizedMinor: 124900, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 },
} as const

/** As it reads, with the spaces of amounts made plain. */
function changes(after: Parameters<typeof whatChanged>[1]): string {
  return whatChanged(before, after, en).join(' ').replaceAll('\u00a0', ' ')
}

describe('whatChanged', () => {
  it('is empty when nothing changed', () => {
    expect(changes({ ...before, totals: { ...before.totals } })).toBe('')
  })

  it("names a colleague's capture, and the new figures", () => {
    const after = { ...before.totals, capturedMinor: 30000 }
    expect(changes({ ...before, status: 'partially_captured', totals: after })).toBe(
      'NOK 300.00 was captured. Now NOK 949.00 is held, and NOK 300.00 can be refunded.',
    )
  })

  it('names the person who asked for something meanwhile', () => {
    const totals = { ...before.totals, capturedMinor: 30000 }
    const createdAt = new Date('2026-09-03T12:00:00Z')
    const request = { id: 'theirs', kind: 'capture', state: 'succeeded' } as const
    const newestOperation = { ...request, actorName: 'Ingrid Dahl', createdAt }
    expect(changes({ ...before, totals, newestOperation })).toMatch(
      /was captured\. Ingrid Dahl asked for this at 14:00\./,
    )
  })

  it('names several changes at once', () => {
    const after = { ...before.totals, capturedMinor: 30000, refundedMinor: 10000 }
    expect(changes({ ...before, totals: after })).toMatch(
      /NOK 300\.00 was captured\. NOK 100\.00 was refunded\./,
    )
  })

  it('names a new authorized amount', () => {
    expect(changes({ ...before, totals: { ...before.totals, authorizedMinor: 164000 } })).toMatch(
      'The authorization went from NOK 1,249.00 to NOK 1,640.00.',
    )
  })

  it('names a correction downwards', () => {
    const captured = { ...before, totals: { ...before.totals, capturedMinor: 50000 } }
    expect(whatChanged(captured, before, en).join(' ')).toMatch(
      /^Captured is NOK.0\.00 after a correc/,
    )
  })

  it('names changed lines when no figure changed', () => {
    const item = {
      lineId: '1',
      sku: null,
      description: 'Socks',
      kind: 'physical',
      grossAmountMinor: null,
      quantityMicros: 1_000_000,
      amountMinor: 124900,
      vatAmountMinor: null,
      vatBasisPoints: null,
    }
    const items = [{ item, captured: null, refunded: null }]
    expect(changes({ ...before, items })).toBe(en.t('dialogs.changes.lines'))
  })

  it('names the state when no figure changed', () => {
    expect(changes({ ...before, status: 'unknown' })).toBe('The payment is now unknown.')
  })
})
