import type { FreeAmountKind, OperationInputs } from '@/lib/domain/operation/inputs'
import { success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Charges the customer behind a debit once more: new money, beside what was taken before. */
export function chargeAgain(context: OperationContext, input: OperationInputs['charge_again']) {
  return start(context, 'charge_again', input)
}

/** Pays to the customer's stored card. It is no refund: what was captured can still be refunded. */
export function payOut(context: OperationContext, input: OperationInputs['pay_out']) {
  return start(context, 'pay_out', input)
}

/** Books money of an authorization that arrived by bank transfer, as a capture would. */
export function confirmReceipt(
  context: OperationContext,
  input: OperationInputs['confirm_receipt'],
) {
  return start(context, 'confirm_receipt', input)
}

function start(
  context: OperationContext,
  kind: FreeAmountKind,
  input: OperationInputs[FreeAmountKind],
): Promise<Result<OperationView>> {
  const { amountMinor, reason } = input
  return startOperation(context, kind, input, () =>
    success({ amountMinor, lines: [], newItems: null, reason, label: null }),
  )
}
