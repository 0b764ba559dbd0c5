import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Stamp } from '../changes'
import type { Dintero } from '../dintero'
import type { Transaction } from '../transaction'
import type { MintWish } from './mint-schema'
import { makeTransaction, newId } from './mint-transaction'

export { mintSchema } from './mint-schema'

const BATCH = 5000

/** Makes one transaction, or many alike ones in batches so that calls in between are served. */
export async function mint(
  dintero: Dintero,
  wish: MintWish,
): Promise<Transaction | { count: number; ids: string[] }> {
  const transaction = makeTransaction(dintero.now(), wish, dintero.book.switches)
  if (wish.count === undefined) {
    dintero.record({ kind: 'open', transaction })
    return transaction
  }
  const ids: string[] = []
  const firstMs = Date.parse(transaction.created_at) - wish.count
  while (ids.length < wish.count) {
    const size = Math.min(BATCH, wish.count - ids.length)
    const stamps = Array.from({ length: size }, (_, index): Stamp => {
      const number = ids.length + index + 1
      return {
        id: newId(wish.accountId),
        session_id: newId(wish.accountId),
        merchant_reference: `${wish.reference ?? 'MINT'}-${number}`,
        created_at: new Date(firstMs + number).toISOString(),
      }
    })
    dintero.record({ kind: 'open-many', template: transaction, stamps })
    ids.push(...stamps.map((stamp) => stamp.id))
    await nextTurn()
  }
  return { count: ids.length, ids }
}
