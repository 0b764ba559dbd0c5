import { findLatestImport } from '@/db/queries/sync/background-imports'
import { defineRead } from '@/lib/access/define-read'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { failure, success } from '@/lib/domain/operation/result'

/** How far the last import of a connection has come. */
export const GET = defineRead<{ id: string }, unknown>({
  permission: 'manage_connections',
  run: async ({ database, actor }, { id }) => {
    const latest = isUuid(id) ? await findLatestImport(database, actor.scope, id) : null
    if (latest === null) return failure('not_found', { values: { what: 'connection' } })
    return success(latest)
  },
})
