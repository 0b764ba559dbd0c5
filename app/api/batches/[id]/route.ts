import { findBatch } from '@/db/queries/batch/batch-views'
import { defineRead } from '@/lib/access/define-read'
import { failure, success } from '@/lib/domain/operation/result'

/** How far a batch has come, for its open page. */
export const GET = defineRead<{ id: string }, unknown>({
  permission: 'view_transactions',
  run: async ({ database, actor }, { id }) => {
    const batch = await findBatch(database, actor, id)
    return batch === null ? failure('not_found', { values: { what: 'batch' } }) : success(batch)
  },
})
