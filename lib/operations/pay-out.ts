import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startFreeAmount } from './runner/start-free-amount'
import type { OperationContext } from './runner/start-operation'

/** Pays to the customer's stored card. It is no refund: what was captured can still be refunded. */
export function payOut(
  context: OperationContext,
  input: OperationInputs['pay_out'],
): Promise<Result<OperationView>> {
  return startFreeAmount(context, 'pay_out', input)
}
