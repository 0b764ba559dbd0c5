import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startFreeAmount } from './runner/start-free-amount'
import type { OperationContext } from './runner/start-operation'

/** Books money of an authorization that arrived by bank transfer, as a capture would. */
export function confirmReceipt(
  context: OperationContext,
  input: OperationInputs['confirm_receipt'],
): Promise<Result<OperationView>> {
  return startFreeAmount(context, 'confirm_receipt', input)
}
