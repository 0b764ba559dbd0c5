import { listAttempts } from '@/db/queries/operations/list-attempts'
import { defineRead } from '@/lib/access/define-read'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { failure, success } from '@/lib/domain/operation/result'

/** What was sent for an operation and what came back, redacted. */
export const GET = defineRead<{ operationId: string }, unknown>({
  permission: 'see_exchange',
  run: async ({ database }, { operationId }) =>
    isUuid(operationId)
      ? success(await listAttempts(database, operationId, { withHttpExchange: true }))
      : failure('not_found', { values: { what: 'operation' } }),
})
