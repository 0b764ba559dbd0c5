import { insertExportEntry } from '@/db/queries/audit/insert-export-entry'
import { findDatabaseTime } from '@/db/queries/database-time'
import { exportBatches } from '@/db/queries/listing/list-export'
import { readBusiness } from '@/lib/business/read-business'
import { defineDownload } from '@/lib/access/define-read'
import { takeTurn } from '@/lib/access/take-turn'
import { readListSearch, writeListQuery } from '@/lib/domain/listing/list-query'
import { failure, success } from '@/lib/domain/operation/result'
import { TABLE_FORMATS, TABLE_FILES, tableStream } from '@/lib/format/table/table-stream'
import { i18nOfReader } from '@/lib/i18n/reader'
import { exportRows } from './export-rows'

/**
 * A list as a workbook or CSV, all its pages up to a bound, in the reader's words. An address that is not
 * wholly understood is refused: a file must not hold more than was asked for. Who took which list
 * is in the audit trail before the first byte is sent.
 */
export const GET = defineDownload({
  permission: 'export_transactions',
  event: 'export',
  run: async ({ database, actor, settings, requestId, search }) => {
    const format = TABLE_FORMATS.find((known) => known === search.get('format'))
    search.delete('format')
    const { query, ignored } = readListSearch(search)
    const field = format === undefined ? 'format' : ignored[0]?.name
    if (format === undefined || field !== undefined) {
      return failure('invalid_input', { values: { field: field ?? 'none' } })
    }
    const turn = await takeTurn(database, actor.userId, 'export')
    if (!turn.ok) return turn
    const i18n = await i18nOfReader(settings)
    const { timeZone } = i18n.formats
    const list = { ...query, after: null }
    const entry = { actor, requestId, format, query: writeListQuery(list) }
    await insertExportEntry(database, entry)
    const reader = { scope: actor.scope, timeZone, now: new Date() }
    const batches = exportBatches(database, { ...list, ...reader, cursor: null })
    const day = (await findDatabaseTime(database)).slice(0, 10)
    const { ending, contentType } = TABLE_FILES[format]
    return success({
      fileName: `${fileNamePart((await readBusiness()).business_name)}-${query.view}-${day}.${ending}`,
      contentType,
      body: tableStream(format, timeZone, exportRows(batches, i18n)),
    })
  },
})

const NAME_LENGTH = 40

/** The name of the business in plain letters, as every system of files and header takes them. */
function fileNamePart(name: string | null): string {
  const plain = (name ?? '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replaceAll(/^-|-$/g, '')
  return plain === '' ? 'paydesk' : plain
}
