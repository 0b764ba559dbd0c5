import type { OperationView } from '@/lib/domain/view/transaction-view'

/** A capture of NOK 1,240.00 that Anna Lie requested, with the given differences. */
export function exampleOperation(differences: Partial<OperationView> = {}): OperationView {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    transactionId: '22222222-2222-4222-8222-222222222222',
    kind: 'capture',
    state: 'unknown',
    amountMinor: 124_000,
    currency: 'NOK',
    lines: [],
    orderChanges: null,
    actorName: 'Anna Lie',
    actorRole: 'staff',
    createdAt: new Date('2026-09-03T10:00:00Z'),
    sentAt: new Date('2026-09-03T10:00:01Z'),
    settledAt: null,
    message: null,
    refusalCode: null,
    retry: null,
    reason: null,
    reference: 'PD-1',
    nextCheckAt: null,
    lastCheckedAt: null,
    lastCheckFound: null,
    checks: 0,
    ...differences,
  }
}
