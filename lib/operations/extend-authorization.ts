import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Asks the method to hold the money longer; the amount stays as it is. */
export function extendAuthorization(
  context: OperationContext,
  input: OperationInputs['extend_authorization'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'extend_authorization', input, (view) =>
    success({
      amountMinor: view.totals.authorizedMinor,
      lines: [],
      newItems: null,
      label: null,
      reason: input.reason,
    }),
  )
}
