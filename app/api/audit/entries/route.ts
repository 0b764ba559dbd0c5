import { insertExportEntry } from '@/db/queries/audit/insert-export-entry'
import { defineDownload } from '@/lib/access/define-read'
import { takeTurn } from '@/lib/access/take-turn'
import { readWholeTrail } from '@/lib/audit/read-trail'
import { readTrailQuery, writeTrailQuery } from '@/lib/domain/audit/trail-query'
import { localDay } from '@/lib/domain/listing/local-day'
import { success } from '@/lib/domain/operation/result'
import { TABLE_FILES, tableStream } from '@/lib/format/table/table-stream'
import { i18nOfReader } from '@/lib/i18n/reader'
import { trailRows } from './trail-rows'

/**
 * The entries of the audit trail that its filters leave, as a workbook, in the reader's words. Who took
 * them is in the trail before the first byte is sent.
 */
export const GET = defineDownload({
  permission: 'verify_audit',
  event: 'export',
  run: async ({ database, actor, settings, requestId, search }) => {
    const turn = await takeTurn(database, actor.userId, 'export')
    if (!turn.ok) return turn
    const query = { ...readTrailQuery(Object.fromEntries(search)), after: null }
    const i18n = await i18nOfReader(settings)
    const { timeZone } = i18n.formats
    const written = `audit&${writeTrailQuery(query)}`
    await insertExportEntry(database, { actor, requestId, format: 'xlsx', query: written })
    const now = new Date()
    const entries = readWholeTrail(database, { ...actor, timeZone, now }, query)
    const { ending, contentType } = TABLE_FILES.xlsx
    return success({
      fileName: `audit-${localDay(now, timeZone)}.${ending}`,
      contentType,
      body: tableStream('xlsx', { timeZone, name: 'Paydesk' }, trailRows(entries, i18n)),
    })
  },
})
