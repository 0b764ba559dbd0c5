import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Stamp } from '../changes'
import type { Dintero } from '../dintero'
import type { Transaction } from '../transaction'
import type { CreationOptions } from './creation-schema'
import { makeTransaction, newId } from './make-transaction'

export { creationSchema } from './creation-schema'

const BATCH = 5000

/**
 * Creates one transaction, or `count` equal ones in batches, so that other calls are served in
 * between.
 */
export async function createTransactions(
  dintero: Dintero,
  options: CreationOptions,
): Promise<Transaction | { count: number; ids: string[] }> {
  const transaction = makeTransaction(dintero.now(), options, dintero.state.settings)
  if (options.count === undefined) {
    dintero.record({ kind: 'open', transaction })
    return transaction
  }
  const ids: string[] = []
  const firstMs = Date.parse(transaction.created_at) - options.count
  while (ids.length < options.count) {
    const size = Math.min(BATCH, options.count - ids.length)
    const stamps = Array.from({ length: size }, (_, index): Stamp => {
      const number = ids.length + index + 1
      return {
        id: newId(options.accountId),
        session_id: newId(options.accountId),
        merchant_reference: `${options.reference ?? 'MINT'}-${number}`,
        created_at: new Date(firstMs + number).toISOString(),
      }
    })
    dintero.record({ kind: 'open-many', template: transaction, stamps })
    ids.push(...stamps.map((stamp) => stamp.id))
    await nextTurn()
  }
  return { count: ids.length, ids }
}
