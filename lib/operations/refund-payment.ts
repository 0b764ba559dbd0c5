import type { OperationInputs } from '@/lib/domain/operation/inputs'
import { failure, type Result } from '@/lib/domain/operation/result'
import { findLargestCharge, type Allowed } from '@/lib/domain/rules/capability'
import { linesToRefund } from '@/lib/domain/rules/lines-left'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { planAmount } from './runner/plan-amount'
import {
  startOperation,
  type OperationContext,
  type OperationPlan,
  type PlannedPayment,
} from './runner/start-operation'

/** The part of a refund's input that its plan is made of. */
type Wanted = Pick<OperationInputs['refund'], 'choice' | 'reason' | 'label'>

/** Gives back everything captured and not yet refunded, an amount, or lines by quantity. */
export function refundPayment(
  context: OperationContext,
  input: OperationInputs['refund'],
): Promise<Result<OperationView>> {
  return startOperation(context, 'refund', input, (view, allowed) =>
    planRefund(view, allowed, input),
  )
}

/** What a refund would move, by a payment's present figures; the rehearsal of a batch asks for the same. */
export function planRefund(
  view: PlannedPayment,
  { rules, maxMinor }: Allowed,
  { choice, reason, label }: Wanted,
): Result<OperationPlan> {
  const left = linesToRefund(view.items, view.totals)
  const planned = planAmount(choice, maxMinor, left, rules)
  if (!planned.ok) return planned
  const largestMinor = findLargestCharge(view.events)
  if (rules.refundsOneCharge && largestMinor !== null && planned.value.amountMinor > largestMinor) {
    const values = { largestMinor, currency: view.currency }
    return failure('refund_exceeds_charge', { values, field: 'amountMinor' })
  }
  const rest = { newItems: null, reason, label }
  return { ok: true, value: { ...planned.value, ...rest } }
}
