import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import { findLargestCharge } from '@/lib/domain/rules/capability'
import { linesToRefund } from '@/lib/domain/rules/lines-left'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { planAmount } from './runner/plan-amount'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Gives back everything captured and not yet refunded, an amount, or lines by quantity. */
export function refundPayment(
  context: OperationContext,
  input: OperationInputs['refund'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'refund', input, (view, { rules, maxMinor }) => {
    const left = linesToRefund(view.items, view.totals)
    const planned = planAmount(input.choice, maxMinor, left, rules)
    if (!planned.ok) return planned
    const largestMinor = findLargestCharge(view.events)
    if (
      rules.refundsOneCharge &&
      largestMinor !== null &&
      planned.value.amountMinor > largestMinor
    ) {
      const values = { largestMinor, currency: view.currency }
      return failure('refund_exceeds_charge', { values, field: 'amountMinor' })
    }
    const rest = { newItems: null, reason: input.reason, label: input.label }
    return { ok: true, value: { ...planned.value, ...rest } }
  })
}
