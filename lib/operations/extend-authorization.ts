import { success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import {
  startOperation,
  type OperationContext,
  type OperationInput,
} from './runner/start-operation'

export interface ExtendAuthorization extends OperationInput {
  readonly reason: string
}

/** Asks the method to hold the money longer; the amount stays as it is. */
export function extendAuthorization(
  context: OperationContext,
  input: ExtendAuthorization,
): Promise<Result<OperationView>> {
  return startOperation(context, 'extend_authorization', input, (view) =>
    success({
      amountMinor: view.totals.authorizedMinor,
      ...{ lines: [], newItems: null, label: null },
      reason: input.reason,
    }),
  )
}
