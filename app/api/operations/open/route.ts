import { countUnreadNotices } from '@/db/queries/notice/read-notices'
import { readOpenOperationsNow } from '@/db/queries/operations/read-open-operations-now'
import { defineRead } from '@/lib/access/define-read'
import { success } from '@/lib/domain/operation/result'

/**
 * Reports to the browser if anything about the open operations changed, how many wait for a person, and
 * how many notices the reader has not read.
 */
export const GET = defineRead<Record<string, never>, unknown>({
  permission: 'view_transactions',
  run: async ({ database, actor }) => {
    const [now, unreadNotices] = await Promise.all([
      readOpenOperationsNow(database, actor.scope),
      countUnreadNotices(database, actor),
    ])
    return success(Object.assign(now, { unreadNotices }))
  },
})
