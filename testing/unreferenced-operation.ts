import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import type { UnreferencedOperation } from '@/lib/domain/evidence/attribution-by-totals'
import type { Totals } from '@/lib/domain/payment/transaction'

/** The totals before the operation below was sent. */
export const BASELINE: Totals = {
  authorizedMinor: 1000,
  capturedMinor: 200,
  refundedMinor: 0,
  releasedMinor: 0,
}

/** A capture of 3,00 without a mark, sent when two events were known. */
export function unmarkedOperation(
  change: Partial<UnreferencedOperation> = {},
): UnreferencedOperation {
  return {
    kind: 'capture',
    amountMinor: 300,
    baselineTotals: BASELINE,
    baselineEventCount: 2,
    sentAt: '2026-03-01T12:00:00.000Z',
    ...change,
  }
}

/** The same as repair has it: without a response, its send over, its second absent read due. */
export function claimedOperation(change: Partial<ClaimedOperation> = {}): ClaimedOperation {
  return {
    ...unmarkedOperation(),
    id: 'own',
    transactionId: 't',
    connectionId: 'c',
    providerTransactionId: 'p',
    orderReference: null,
    state: 'unknown',
    currency: 'NOK',
    reference: 'pd-own',
    checks: 0,
    absentReads: 1,
    eventCount: 2,
    isDue: true,
    sinceSendOverMs: 120_000,
    senderAlive: false,
    storedEvents: [],
    ownRefundsMinor: 0,
    message: null,
    lastFound: null,
    ...change,
  }
}
