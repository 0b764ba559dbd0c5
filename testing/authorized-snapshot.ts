import { randomUUID } from 'node:crypto'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/** A payment as a provider shows it: 100,00 NOK are held of it, unless a test says otherwise. */
export function authorizedSnapshot(change: Partial<TransactionSnapshot> = {}): TransactionSnapshot {
  const now = new Date()
  return {
    providerTransactionId: `T1.${randomUUID()}`,
    phase: 'open',
    providerStatus: 'AUTHORIZED',
    method: 'vipps',
    currency: 'NOK',
    amountMinor: 10_000,
    totals: {
      authorizedMinor: 10_000,
      capturedMinor: 0,
      refundedMinor: 0,
      releasedMinor: 0,
    },
    orderReference: null,
    orderReference2: null,
    customer: { name: null, email: null, phone: null, customerId: null, isBusiness: false },
    billingAddress: null,
    shippingAddress: null,
    paymentDetails: [],
    items: [],
    events: [],
    historyGaps: [],
    flags: [],
    captureDeadline: null,
    portalUrl: null,
    createdAt: now,
    updatedAt: now,
    ...change,
  }
}
