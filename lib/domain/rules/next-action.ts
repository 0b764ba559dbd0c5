import { isPermitted, type Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { findContradiction, heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'

/** `review`: a person must decide; `wait`: an operation is under way. */
export type NextAction = Extract<OperationKind, 'capture' | 'refund'> | 'review' | 'wait' | 'open'

/** The most likely next action of a person in this role on a payment. */
export function nextAction(
  row: Pick<TransactionListRow, 'totals' | 'openOperation' | 'status'>,
  role: Role,
): NextAction {
  const { totals, openOperation } = row
  if (openOperation?.state === 'needs_review') {
    return isPermitted(role, 'decide_review') ? 'review' : 'wait'
  }
  if (openOperation !== null) return 'wait'
  if (findContradiction(totals) !== null) return 'open'
  if (heldMinor(totals) > 0 && isPermitted(role, 'operate:capture')) return 'capture'
  if (refundableMinor(totals) > 0 && isPermitted(role, 'operate:refund')) return 'refund'
  return 'open'
}
