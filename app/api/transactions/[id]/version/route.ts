import { findTransactionVersion } from '@/db/queries/operations/find-transaction-version'
import { defineRead } from '@/lib/access/define-read'
import { failure, success } from '@/lib/domain/operation/result'

/** Another text whenever something about the payment was written; pages ask it every second. */
export const GET = defineRead<{ id: string }, { version: string }>({
  permission: 'view_transactions',
  run: async ({ database, actor }, { id }) => {
    const version = await findTransactionVersion(database, actor.scope, id)
    return version === null
      ? failure('not_found', { values: { what: 'payment' } })
      : success({ version })
  },
})
