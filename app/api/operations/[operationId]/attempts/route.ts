import { listAttempts } from '@/db/queries/operations/list-attempts'
import { defineRead } from '@/lib/access/define-read'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { failure, success } from '@/lib/domain/operation/result'

/** Requests sent for an operation and the provider's responses, redacted. */
export const GET = defineRead<{ operationId: string }, unknown>({
  permission: 'see_exchange',
  run: async ({ database, actor }, { operationId }) =>
    isUuid(operationId)
      ? success(await listAttempts(database, actor.scope, operationId, { withHttpExchange: true }))
      : failure('not_found', { values: { what: 'operation' } }),
})
