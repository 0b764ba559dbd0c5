import type { Injection } from '../plan/variant'
import { once, type FaultContext } from './fault-context'
import { faultyWrite } from './faulty-write'

/** Within the settle window, after which a read is believed. */
const CHANGED_MS = 1_800

/** Gives other content to the answer to the write, or to the reads after it for a while. */
export function changeAnswers(
  context: FaultContext,
  injection: Extract<Injection, { type: 'changed-answer' | 'changed-reads' }>,
): Promise<void> {
  const { world, payment } = context
  const { change } = injection
  const action = { type: 'change', change, onChange: once(context.hit) } as const
  if (injection.type === 'changed-answer') return faultyWrite(context, action, () => undefined)
  return faultyWrite(context, { type: 'sandbox', fault: injection.write }, () => {
    const undo = world.provider.rules.add(payment.providerId, action, Infinity)
    setTimeout(undo, CHANGED_MS)
    return undo
  })
}
