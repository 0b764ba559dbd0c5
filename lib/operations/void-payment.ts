import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { heldMinor } from '@/lib/domain/payment/transaction'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Releases everything that is still held. */
export function voidPayment(
  context: OperationContext,
  input: OperationInputs['void'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'void', input, (view) => {
    const { amountMinor, reason } = input
    if (amountMinor !== heldMinor(view.totals)) return failure('stale_page')
    return success({ amountMinor, lines: [], newItems: null, reason, label: null })
  })
}
