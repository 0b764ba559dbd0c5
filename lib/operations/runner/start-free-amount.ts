import type { FreeAmountKind, OperationInputs } from '@/lib/domain/operation/inputs'
import { success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { startOperation, type OperationContext } from './start-operation'

/** Starts an operation over an amount without order lines, as a person typed it. */
export function startFreeAmount(
  context: OperationContext,
  kind: FreeAmountKind,
  input: OperationInputs[FreeAmountKind],
): Promise<Result<OperationView>> {
  const { amountMinor, reason } = input
  return startOperation(context, kind, input, () =>
    success({ amountMinor, lines: [], newItems: null, reason, label: null }),
  )
}
