import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import { heldMinor } from '@/lib/domain/payment/transaction'
import type { Allowed } from '@/lib/domain/rules/capability'
import { linesToCapture } from '@/lib/domain/rules/lines-left'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { planAmount } from './runner/plan-amount'
import {
  startOperation,
  type OperationContext,
  type OperationPlan,
  type PlannedPayment,
} from './runner/start-operation'

/** The part of a capture's input that its plan is made of. */
type Wanted = Pick<OperationInputs['capture'], 'choice' | 'label'>

/** Captures everything that is left, an amount, or lines by quantity. */
export function capturePayment(
  context: OperationContext,
  input: OperationInputs['capture'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'capture', input, (view, allowed) =>
    planCapture(view, allowed, input),
  )
}

/** What a capture would move, by a payment's present figures; the rehearsal of a batch asks for the same. */
export function planCapture(
  view: PlannedPayment,
  { rules, maxMinor }: Allowed,
  { choice, label }: Wanted,
): Result<OperationPlan> {
  if (rules.capturesWholeOnly && choice.amountMinor !== heldMinor(view.totals)) {
    return failure('whole_capture_only')
  }
  const left = linesToCapture(view.items, view.totals)
  const planned = planAmount(choice, maxMinor, left, rules)
  if (!planned.ok) return planned
  const rest = { newItems: null, reason: null, label }
  return { ok: true, value: { ...planned.value, ...rest } }
}
