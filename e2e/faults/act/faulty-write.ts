import type { ProviderAction } from '../model/provider-rules'
import { submit, type FaultContext } from './fault-context'

/**
 * Applies an action to the write. `onHit` may add a rule for the calls after it, and returns the
 * function that removes that rule.
 */
export async function faultyWrite(
  context: FaultContext,
  action: ProviderAction,
  onHit: () => (() => void) | undefined,
): Promise<void> {
  const { world, payment, request } = context
  let undoRest: (() => void) | undefined
  const undo = world.provider.rules.add(request.input.operationId, action, 1, () => {
    undoRest = onHit()
  })
  await submit(context)
  await world.openOperations.waitUntilFree(payment.id)
  undo()
  undoRest?.()
}
