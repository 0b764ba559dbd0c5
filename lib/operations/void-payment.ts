import { failure, success, type Result } from '@/lib/domain/operation/result'
import { heldMinor } from '@/lib/domain/payment/transaction'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import {
  startOperation,
  type OperationContext,
  type OperationInput,
} from './runner/start-operation'

export interface VoidPayment extends OperationInput {
  /** What the person saw as held. */
  readonly amountMinor: number
  readonly reason: string
}

/** Releases everything that is still held. */
export function voidPayment(
  context: OperationContext,
  input: VoidPayment,
): Promise<Result<OperationView>> {
  return startOperation(context, 'void', input, (view) => {
    const { amountMinor, reason } = input
    if (amountMinor !== heldMinor(view.totals)) return failure('stale_page')
    return success({ amountMinor, lines: [], newItems: null, reason, label: null })
  })
}
