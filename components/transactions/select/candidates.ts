import { isPermitted, type Role } from '@/lib/domain/access/permission'
import { BATCH_KINDS, type BatchKind } from '@/lib/domain/batch/batch'
import type { View } from '@/lib/domain/listing/list-view'
import { capability } from '@/lib/domain/rules/capability'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import type { Candidate } from './selection'

/** The kinds of batches that a role may start. */
export function batchKindsFor(role: Role): readonly BatchKind[] {
  return BATCH_KINDS.filter((kind) => isPermitted(role, `operate:${kind}`))
}

const VIEW_KINDS: Readonly<Record<View, readonly BatchKind[]>> = {
  'to-capture': ['capture', 'void', 'extend_authorization'],
  expiring: ['capture', 'void', 'extend_authorization'],
  attention: BATCH_KINDS,
  captured: ['refund'],
  refunded: ['refund', 'capture'],
  all: BATCH_KINDS,
}

/** Those of the kinds that payments of a view can be expected to allow. */
export function kindsOfView(kinds: readonly BatchKind[], view: View): readonly BatchKind[] {
  return kinds.filter((kind) => VIEW_KINDS[view].includes(kind))
}

/** What each of the kinds may take of a payment, in minor units; without those that it does not allow. */
export function amountsOf(
  row: TransactionListRow,
  kinds: readonly BatchKind[],
): Candidate['amounts'] {
  const situation = { ...row, flags: [], events: [], operations: [] }
  const amounts: Partial<Record<BatchKind, number>> = {}
  for (const kind of kinds) {
    const may = capability(kind, situation)
    if (may.allowed) amounts[kind] = may.maxMinor
  }
  return amounts
}
