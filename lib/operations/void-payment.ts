import { failure, success, type Result } from '@/lib/domain/result'
import { heldMinor } from '@/lib/domain/transaction'
import type { OperationView } from '@/lib/domain/transaction-view'
import { startOperation, type OperationContext, type OperationInput } from './start-operation'

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
