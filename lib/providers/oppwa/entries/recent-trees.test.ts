import { describe, expect, it } from 'vitest'
import type { TransactionLocator } from '../../port'
import { authorizedEntry, capturedEntry } from '../fixtures/entries'
import { oppwaEntry } from '../schema'
import { buildTree } from './payment-tree'
import { RecentTrees } from './recent-trees'

type Known = Pick<TransactionLocator, 'knownEvents' | 'history'>

/** What a client recalls that read a payment with its authorization and one capture. */
function recall(known: Known, ageMs = 0) {
  const entries = [oppwaEntry.parse(authorizedEntry), oppwaEntry.parse(capturedEntry)]
  const built = buildTree(entries, authorizedEntry.id, { environment: 'live' })
  if (!built.ok) throw new Error(built.problem)
  const recent = new RecentTrees(() => ageMs)
  recent.remember({ ...built, separateEvents: [], entityId: 'entity', readAtMs: 0 })
  return recent.recall({
    providerTransactionId: authorizedEntry.id,
    orderReference: null,
    ...known,
  })
}

const stored = (providerEventId: string, state: 'succeeded' | 'failed' | 'pending') => ({
  ...({ kind: 'capture', providerKind: 'CP', amountMinor: 6_000 } as const),
  providerEventId,
  state,
})

describe('OPPWA: a payment as it was last read', () => {
  const capture = stored(capturedEntry.id, 'succeeded')

  it('serves where it shows all that is stored', () => {
    expect(recall({ knownEvents: 2, history: [capture] })).toMatchObject({ entityId: 'entity' })
  })

  it('serves for the minute of the limit, and no longer', () => {
    expect(recall({}, 60_000)).not.toBeNull()
    expect(recall({}, 120_000)).toBeNull()
  })

  it('serves where only an event is missing that vanished and so failed', () => {
    const vanished = stored('vanished', 'failed')
    expect(recall({ knownEvents: 2, history: [vanished, capture] })).not.toBeNull()
  })

  it.each([
    ['lacks an event', { knownEvents: 3, history: [capture] }],
    ['lacks one under way', { knownEvents: 2, history: [capture, stored('new', 'pending')] }],
    ['shows another state', { knownEvents: 2, history: [stored(capturedEntry.id, 'failed')] }],
  ])('does not serve where it %s', (_, known) => {
    expect(recall(known)).toBeNull()
  })
})
