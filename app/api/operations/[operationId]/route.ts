import { findOperation } from '@/db/queries/operations/find-operation'
import { defineRead } from '@/lib/access/define-read'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { failure, success } from '@/lib/domain/operation/result'

/** The present state of an operation. `not_found` proves that nothing was started under this id. */
export const GET = defineRead<{ operationId: string }, unknown>({
  permission: 'view_transactions',
  run: async ({ database, actor }, { operationId }) => {
    const operation = isUuid(operationId)
      ? await findOperation(database, actor.scope, operationId)
      : null
    if (operation === null) return failure('not_found', { values: { what: 'operation' } })
    return success(operation)
  },
})
