import { listTransactions } from '@/db/queries/transactions'
import { defineRead } from '@/lib/access/define-read'
import { LIMITS } from '@/lib/config/limits'
import { failure, success } from '@/lib/domain/result'
import type { FoundTransaction, TransactionListRow } from '@/lib/domain/transaction-view'

/**
 * The newest payments that the list would find for `q`, a few of them. `invalid_input` for a text
 * that is too short or too long.
 */
export const GET = defineRead<Readonly<Record<string, string>>, readonly FoundTransaction[]>({
  permission: 'view_transactions',
  run: async ({ database, search }) => {
    const text = search.get('q')?.trim() ?? ''
    if (text.length < LIMITS.search.paletteFrom || text.length > LIMITS.search.textLength) {
      return failure('invalid_input', { values: { field: 'q' }, field: 'q' })
    }
    const { rows } = await listTransactions(database, { statuses: [], search: text, cursor: null })
    return success(rows.slice(0, LIMITS.search.paletteRows).map(found))
  },
})

function found(row: TransactionListRow): FoundTransaction {
  const { id, orderReference, customerName, status, amountMinor, currency } = row
  return { id, orderReference, customerName, status, amountMinor, currency }
}
