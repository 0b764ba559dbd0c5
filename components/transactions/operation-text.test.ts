import { describe, expect, it } from 'vitest'
import { OPERATION_STATES } from '@/lib/domain/outcome'
import type { OperationView } from '@/lib/domain/transaction-view'
import { adviceText, operationText } from './operation-text'

const now = new Date('2026-09-03T12:00:14Z')

const operation: OperationView = {
  id: 'operation-1',
  transactionId: 'transaction-1',
  kind: 'capture',
  state: 'sending',
  amountMinor: 124000,
  currency: 'NOK',
  actorName: 'Anna Berg',
  actorRole: 'staff',
  createdAt: new Date('2026-09-03T12:00:00Z'),
  sentAt: null,
  settledAt: null,
  message: 'Not before Monday.',
  refusalCode: null,
  retry: null,
  reason: null,
  reference: 'PD-1',
  nextCheckAt: null,
  lastCheckedAt: null,
  lastCheckFound: null,
  checks: 0,
}

const words = (state: OperationView['state']) =>
  Object.values(operationText({ ...operation, state }, 'Dintero', now)).join(' ')

describe('operationText', () => {
  it('says who sent what and when', () => {
    expect(words('sending').replaceAll('\u00a0', ' ')).toContain(
      'Anna Berg sent this capture of 1 240,00 kr 14 s ago.',
    )
  })

  it('calls only what is proven done or failed', () => {
    for (const state of ['unknown', 'pending', 'sending', 'needs_review'] as const) {
      expect(words(state)).not.toMatch(/failed|No money moved|no money moved|confirmed/)
    }
  })

  it.each(['refused', 'not_sent', 'abandoned'] as const)(
    'says that no money moved: %s',
    (state) => {
      expect(words(state).toLowerCase()).toContain('no money moved')
    },
  )

  it('quotes the provider where it said something', () => {
    expect(operationText({ ...operation, state: 'refused' }, 'Dintero', now).quote).toBe(
      'Not before Monday.',
    )
  })

  it('has words for every state', () => {
    for (const state of OPERATION_STATES) expect(words(state).length).toBeGreaterThan(40)
  })
})

describe('adviceText', () => {
  it('follows the retry advice', () => {
    expect(adviceText({ kind: 'at_once' }, now)).toMatch(/at once/)
    expect(adviceText({ kind: 'after', at: '2026-09-04T10:00:00Z' }, now)).toBe(
      'Try again after 4 Sep 2026, 12:00.',
    )
    expect(adviceText({ kind: 'after', at: '2026-09-03T10:00:00Z' }, now)).toMatch(/now/)
    expect(adviceText({ kind: 'after', at: 'soon' }, now)).toMatch(/later/)
    expect(adviceText(null, now)).toMatch(/reason/)
  })
})
