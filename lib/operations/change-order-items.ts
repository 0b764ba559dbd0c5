import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { changeableOrder, changeOrder } from '@/lib/domain/rules/order-change'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Adds order items, or changes open ones, and asks the method to hold the new total. */
export function changeOrderItems(
  context: OperationContext,
  input: OperationInputs['update_authorization'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'update_authorization', input, (view) => {
    const problem = orderProblem(view)
    if (problem !== null) return problem
    const order = changeableOrder(view.items, view.totals)
    const changed = changeOrder(order, input.additions, input.changes)
    if (!changed.ok) return changed
    const { amountMinor, items } = changed.value
    if (amountMinor !== input.amountMinor) {
      return failure('lines_differ_from_amount')
    }
    if (amountMinor < view.totals.capturedMinor + view.totals.releasedMinor) {
      return failure('below_captured')
    }
    if (input.additions.length === 0 && input.changes.length === 0) {
      return failure('nothing_changed')
    }
    return success({ amountMinor, lines: [], newItems: items, reason: input.reason, label: null })
  })
}

/** The complete list must add up to the hold, before and after (Dintero fact sheet, clarification 2). */
function orderProblem(view: TransactionView): Result<never> | null {
  const ordered = view.items.reduce((sum, { item }) => sum + item.amountMinor, 0)
  if (ordered === view.totals.authorizedMinor) return null
  return failure('order_differs_from_hold')
}
