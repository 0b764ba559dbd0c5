import type { Injection } from '../plan/variant'
import { submit, type FaultContext } from './fault-context'
import { createPayments } from './payment-supply'

/**
 * Imports payments while the request is under way: to the list's last page, which is empty, or with
 * a new payment that makes no sense, in the list or by itself, and will never make any.
 */
export async function importMeanwhile(
  context: FaultContext,
  injection: Extract<Injection, { type: 'import' }>,
): Promise<void> {
  await Promise.all([submit(context), joinImport(context, injection.with)])
}

async function joinImport(
  { world, recorder, imports, hit }: FaultContext,
  what: Extract<Injection, { type: 'import' }>['with'],
): Promise<void> {
  const ids = what === 'unreadable-payment' ? await createPayments(world, 'usual', 1) : []
  for (const id of ids) world.provider.reads.unreadable.add(id)
  const { problem, unread, emptyPages } = await imports.join()
  if (problem !== null) recorder.failedImports.push(problem)
  else if (what === 'empty-page' ? emptyPages > 0 : ids.every((id) => unread.includes(id))) hit()
}
