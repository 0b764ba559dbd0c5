import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { defineRead } from '@/lib/access/define-read'
import { success } from '@/lib/domain/operation/result'

/**
 * Reports to the browser if anything about the open operations changed, and how many wait for a
 * person.
 */
export const GET = defineRead<Record<string, never>, unknown>({
  permission: 'view_transactions',
  run: async ({ database, actor }) => success(await readOpenOperationsNow(database, actor.scope)),
})
