import { describe, expect, it } from 'vitest'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { authorizedSnapshot } from '@/testing/authorized-snapshot'
import { captureEvent } from '@/testing/capture-event'
import { BASELINE, claimedOperation } from '@/testing/unreferenced-operation'
import { completeRead, interpretTotals, type StoredOperation } from './interpret-totals'

const REFUNDED = { ...BASELINE, refundedMinor: 150 }

/** Held against a read of a provider that names no refunds. */
function interpret(operation: Partial<StoredOperation>, read: Partial<TransactionSnapshot>) {
  const shown = authorizedSnapshot({ totals: BASELINE, historyGaps: ['refund'], ...read })
  return interpretTotals({ ...claimedOperation(), ...operation }, shown, null)
}

describe('totals of a provider that names no refunds', () => {
  it('are unchanged where it leaves out the refunds that were made here', () => {
    const operation = { baselineTotals: REFUNDED, ownRefundsMinor: 150 }
    expect(interpret(operation, {})).toEqual({ kind: 'unchanged' })
    expect(interpret({ ...operation, ownRefundsMinor: 0 }, {})).toMatchObject({ kind: 'differs' })
  })

  it('know the events that are stored as ours', () => {
    const storedEvents = [
      { providerEventId: '1', operationId: 'earlier', state: 'succeeded' },
    ] as const
    const known = captureEvent({ providerEventId: '1', madeBy: 'us@example.com' })
    const events = [known, captureEvent(), captureEvent({ madeBy: 'us@example.com' })]
    const totals = { ...BASELINE, capturedMinor: 500 }
    expect(interpret({ storedEvents }, { events, totals })).toMatchObject({ kind: 'succeeded' })
    expect(interpret({}, { events, totals })).toMatchObject({ kind: 'ambiguous' })
  })
})

it('a completed read holds the refunds and the operations that only we know of', () => {
  const storedEvents = [{ providerEventId: '3', operationId: 'own', state: 'succeeded' }] as const
  const operation = { ...claimedOperation(), storedEvents, ownRefundsMinor: 150 }
  const shown = { totals: BASELINE, historyGaps: ['refund'], events: [captureEvent()] } as const
  expect(completeRead(authorizedSnapshot(shown), operation)).toMatchObject({
    totals: REFUNDED,
    events: [{ operationId: 'own' }],
  })
})
