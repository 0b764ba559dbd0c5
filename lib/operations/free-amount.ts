import type { OperationKind } from '@/lib/domain/operation/operation'
import { success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import {
  startOperation,
  type OperationContext,
  type OperationInput,
} from './runner/start-operation'

/** An amount without order lines, and why. */
export interface FreeAmount extends OperationInput {
  readonly amountMinor: number
  readonly reason: string
}

/** Charges the customer behind a debit once more: new money, beside what was taken before. */
export function chargeAgain(context: OperationContext, input: FreeAmount) {
  return start(context, 'charge_again', input)
}

/** Pays to the customer's stored card. It is no refund: what was captured can still be refunded. */
export function payOut(context: OperationContext, input: FreeAmount) {
  return start(context, 'pay_out', input)
}

/** Books money of an authorization that arrived by bank transfer, as a capture would. */
export function confirmReceipt(context: OperationContext, input: FreeAmount) {
  return start(context, 'confirm_receipt', input)
}

function start(
  context: OperationContext,
  kind: Extract<OperationKind, 'charge_again' | 'pay_out' | 'confirm_receipt'>,
  input: FreeAmount,
): Promise<Result<OperationView>> {
  const { amountMinor, reason } = input
  return startOperation(context, kind, input, () =>
    success({ amountMinor, lines: [], newItems: null, reason, label: null }),
  )
}
