import { listTransactions } from '@/db/queries/payment/transactions'
import { defineRead } from '@/lib/access/define-read'
import { LIMITS } from '@/lib/config/limits'
import { failure, success } from '@/lib/domain/operation/result'
import type { FoundTransactions } from '@/lib/domain/view/transaction-view'
import { foundTransactions } from './found-transactions'

/**
 * The newest payments that the list would find for `q`, a few of them. `invalid_input` for a text
 * that is too short or too long.
 */
export const GET = defineRead<Readonly<Record<string, string>>, FoundTransactions>({
  permission: 'view_transactions',
  run: async ({ database, actor, search }) => {
    const text = search.get('q')?.replaceAll('\0', '').trim() ?? ''
    if (text.length < LIMITS.search.paletteFrom || text.length > LIMITS.search.textLength) {
      return failure('invalid_input', { values: { field: 'q' }, field: 'q' })
    }
    const { scope } = actor
    const page = await listTransactions(database, { scope, search: text })
    return success(foundTransactions(page))
  },
})
