import { insertExportEntry } from '@/db/queries/audit/insert-export-entry'
import { findBatch } from '@/db/queries/batch/batch-views'
import { defineDownload } from '@/lib/access/define-read'
import { takeTurn } from '@/lib/access/take-turn'
import { failure, success } from '@/lib/domain/operation/result'
import { TABLE_FILES, TABLE_FORMATS, tableStream } from '@/lib/format/table/table-stream'
import { i18nOfReader } from '@/lib/i18n/reader'
import { reportRows } from './report-rows'

/**
 * The report of a batch as a workbook or CSV, in the reader's words: the rows that the reader sees on
 * its page. Who took it is in the audit trail before the first byte is sent.
 */
export const GET = defineDownload<{ id: string }>({
  permission: 'view_transactions',
  event: 'export',
  run: async ({ database, actor, settings, requestId, search }, { id }) => {
    const format = TABLE_FORMATS.find((known) => known === search.get('format'))
    if (format === undefined) return failure('invalid_input', { values: { field: 'format' } })
    const batch = await findBatch(database, actor, id)
    if (batch === null) return failure('not_found', { values: { what: 'batch' } })
    const turn = await takeTurn(database, actor.userId, 'export')
    if (!turn.ok) return turn
    const i18n = await i18nOfReader(settings)
    const { timeZone } = i18n.formats
    await insertExportEntry(database, { actor, requestId, format, query: `batch=${id}` })
    const { ending, contentType } = TABLE_FILES[format]
    const rows = reportRows(database, actor, batch, i18n)
    return success({
      fileName: `batch-${batch.createdAt.slice(0, 10)}-${id.slice(0, 8)}.${ending}`,
      contentType,
      body: tableStream(format, { timeZone, name: 'Paydesk' }, rows),
    })
  },
})
