import { describe, expect, it } from 'vitest'
import type { UnreadEntry } from './entries/read-entries'
import { mapPage } from './list'
import { oppwaEntry } from './schema'
import { oppwaSettings } from './settings'

const PA = entry('pa-1', 'PA')
const OTHER = entry('pa-2', 'PA', { currency: 'SEK' })
const DECLINED = entry('pa-3', 'PA', {
  amount: undefined,
  currency: undefined,
  result: { code: '800.100.152' },
})

function entry(id: string, paymentType: string, change: object = {}) {
  return oppwaEntry.parse({
    id,
    paymentType,
    amount: '100.00',
    currency: 'EUR',
    result: { code: '000.000.000' },
    timestamp: '2026-03-01 10:00:00+0000',
    ...change,
  })
}

function pageOf(
  entries: Parameters<typeof mapPage>[0],
  unread: readonly UnreadEntry[] = [],
  change: object = {},
) {
  const settings = oppwaSettings.parse({ accessToken: 'x', environment: 'live', ...change })
  const { snapshots, malformed } = mapPage(entries, unread, settings)
  return {
    payments: snapshots.map((one) => [one.providerTransactionId, one.currency]),
    malformed: malformed.map((one) => one.providerTransactionId),
  }
}

describe('OPPWA: a page of the list', () => {
  it('keeps its payments when an operation refers to nothing', () => {
    expect(pageOf([PA, entry('cp', 'CP'), OTHER])).toEqual({
      payments: [
        ['pa-1', 'EUR'],
        ['pa-2', 'SEK'],
      ],
      malformed: ['cp'],
    })
  })

  it('keeps its payments but the one whose operation makes no sense', () => {
    const unread = [{ id: 'cp', referencedId: 'pa-1', isFirst: false, problem: 'amount: wrong' }]
    expect(pageOf([PA, OTHER], unread)).toEqual({
      payments: [['pa-2', 'SEK']],
      malformed: ['cp', 'pa-1'],
    })
  })

  it('reports what could be a payment of a type that is not known, and no risk check', () => {
    const entries = [PA, entry('xx-1', 'XX'), entry('ri', 'RI')]
    expect(pageOf(entries)).toEqual({ payments: [['pa-1', 'EUR']], malformed: ['xx-1'] })
  })

  it('never lends one payment the currency of another', () => {
    expect(pageOf([OTHER, DECLINED])).toEqual({ payments: [['pa-2', 'SEK']], malformed: ['pa-3'] })
  })

  it('gives a declined payment without a currency that of the account', () => {
    expect(pageOf([OTHER, DECLINED], [], { currency: 'EUR' })).toEqual({
      payments: [
        ['pa-2', 'SEK'],
        ['pa-3', 'EUR'],
      ],
      malformed: [],
    })
  })
})
