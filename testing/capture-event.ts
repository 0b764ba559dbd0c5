import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'

/** A capture of 3,00 in a provider's history without our reference. */
export function captureEvent(change: Partial<TransactionEvent> = {}): TransactionEvent {
  return {
    providerEventId: '3',
    kind: 'capture',
    providerKind: 'capture',
    state: 'succeeded',
    amountMinor: 300,
    lines: [],
    reference: null,
    operationId: null,
    providerReference: '3',
    error: null,
    closes: [],
    occurredAt: new Date('2026-03-01T12:00:01.000Z'),
    ...change,
  }
}
