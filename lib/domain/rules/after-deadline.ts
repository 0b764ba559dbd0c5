import { isPermitted, type Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { capability } from './capability'

/** What may still work on a hold whose date has passed, the most useful first. */
const TRIES = ['capture', 'extend_authorization', 'void'] as const satisfies OperationKind[]
export type AfterDeadline = (typeof TRIES)[number]

/**
 * The operations that a person in this role can still try on a payment whose deadline has passed.
 * The provider decides if it still holds the money.
 */
export function triesAfterDeadline(row: TransactionListRow, role: Role): readonly AfterDeadline[] {
  const situation = { ...row, flags: [], events: [], operations: [] }
  return TRIES.filter(
    (kind) => isPermitted(role, `operate:${kind}`) && capability(kind, situation).allowed,
  )
}
