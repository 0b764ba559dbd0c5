import type { OperationInputs } from '@/lib/domain/operation/inputs'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startFreeAmount } from './runner/start-free-amount'
import type { OperationContext } from './runner/start-operation'

/**
 * Charges the customer behind a debit once more (a rebill): new money, besides the first amount.
 */
export function chargeAgain(
  context: OperationContext,
  input: OperationInputs['charge_again'],
): Promise<Result<OperationView>> {
  return startFreeAmount(context, 'charge_again', input)
}

/** Books money of an authorization that arrived by bank transfer, as a capture would. */
export function confirmReceipt(
  context: OperationContext,
  input: OperationInputs['confirm_receipt'],
): Promise<Result<OperationView>> {
  return startFreeAmount(context, 'confirm_receipt', input)
}

/** Pays to the customer's stored card. It is no refund: what was captured can still be refunded. */
export function payOut(
  context: OperationContext,
  input: OperationInputs['pay_out'],
): Promise<Result<OperationView>> {
  return startFreeAmount(context, 'pay_out', input)
}
