import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import { heldMinor } from '@/lib/domain/payment/transaction'
import { linesToCapture } from '@/lib/domain/rules/lines-left'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { planAmount } from './runner/plan-amount'
import { startOperation, type OperationContext } from './runner/start-operation'

/** Captures everything that is left, an amount, or lines by quantity. */
export function capturePayment(
  context: OperationContext,
  input: OperationInputs['capture'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'capture', input, (view, { rules, maxMinor }) => {
    if (rules.capturesWholeOnly && input.choice.amountMinor !== heldMinor(view.totals)) {
      return failure('whole_capture_only')
    }
    const left = linesToCapture(view.items, view.totals)
    const planned = planAmount(input.choice, maxMinor, left, rules)
    if (!planned.ok) return planned
    const rest = { newItems: null, reason: null, label: input.label }
    return { ok: true, value: { ...planned.value, ...rest } }
  })
}
