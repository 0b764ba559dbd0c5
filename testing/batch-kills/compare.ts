import type { Actor } from '@/lib/domain/access/actor'
import { rowsOf } from '@/testing/batches'
import type { TestMerchant } from '@/testing/merchant'

/** What a batch's report says, beside what the provider's ledger holds. */
export interface Comparison {
  readonly rows: number
  readonly captured: number
  /** Orders that were captured more than once. */
  readonly twice: readonly string[]
  /** Rows whose report says something else than the ledger, or that came to no end. */
  readonly differing: readonly string[]
}

/** Compares every row of a batch of whole captures with the captures in Dintero's ledger. */
export async function compareWithLedger(
  { database, sandbox }: TestMerchant,
  actor: Actor,
  batchId: string,
): Promise<Comparison> {
  const rows = await rowsOf(database, actor, batchId)
  const totals = await sandbox.control.totals({ touched: true })
  const captures = new Map(
    totals.map(({ merchantReference, operations }) => [
      merchantReference,
      operations.filter(({ event, success }) => event === 'CAPTURE' && success).length,
    ]),
  )
  const twice: string[] = []
  const differing: string[] = []
  let captured = 0
  for (const { order, state, operation } of rows) {
    const count = captures.get(order) ?? 0
    if (count > 0) captured += 1
    if (count > 1) twice.push(order)
    const isReported = operation?.state === 'succeeded'
    const isOver = state === 'operated' || state === 'not_started'
    if (!isOver || isReported !== count > 0) {
      differing.push(`${order}: ${state}, ${operation?.state ?? 'no operation'}, ${count} captures`)
    }
  }
  return { rows: rows.length, captured, twice, differing }
}
