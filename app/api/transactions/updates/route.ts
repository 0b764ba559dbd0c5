import { countNewer } from '@/db/queries/listing/count-newer'
import { countViews } from '@/db/queries/listing/view-counts'
import { defineRead } from '@/lib/access/define-read'
import { dueBounds } from '@/lib/domain/listing/due'
import { decodeCursor } from '@/lib/domain/listing/list-cursor'
import { readListSearch } from '@/lib/domain/listing/list-query'
import type { ListUpdates } from '@/lib/domain/listing/list-view'
import { success } from '@/lib/domain/operation/result'
import { readerOf } from '@/lib/i18n/reader'

/** The counts of the views, and how many payments are newer than the `newest` that a list showed. */
export const GET = defineRead<Record<string, never>, ListUpdates>({
  permission: 'view_transactions',
  run: async ({ database, actor, settings, search }) => {
    const newest = decodeCursor(search.get('newest') ?? '')
    const { query } = readListSearch(search)
    const { scope } = actor
    const { timeZone } = await readerOf(settings)
    const now = new Date()
    const [counts, newer] = await Promise.all([
      countViews(database, scope, dueBounds(now, timeZone)),
      newest === null ? 0 : countNewer(database, { ...query, scope, timeZone, now }, newest),
    ])
    return success({ counts, newer })
  },
})
