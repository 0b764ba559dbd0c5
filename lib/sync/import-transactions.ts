import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import {
  finishImport,
  insertImport,
  updateImport,
  type ImportCounts,
} from '@/db/queries/sync/imports'
import { finishWalk } from '@/db/queries/sync/list-walks'
import { LIMITS } from '@/lib/config/limits'
import { clientOf } from '@/lib/connections/connection-client'
import { providerFailure } from '@/lib/connections/provider-failure'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { MalformedEntry } from '@/lib/domain/provider/provider'
import { listTurn } from './list-turn'
import { newestChange, writePage } from './write-page'

export interface ImportReport extends ImportCounts {
  readonly problems: readonly MalformedEntry[]
}

export interface ImportOptions {
  readonly onProgress: (report: ImportReport) => void
}

/**
 * Pages through a provider's list and writes every payment. Safe to run twice or to stop midway:
 * each payment is written whole by one statement, and an older read never replaces a newer one.
 * Malformed entries are counted and reported; only a list that cannot be read ends an import.
 */
export async function importTransactions(
  database: Database,
  connection: ConnectionRecord,
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const { listTransactions: list, traits } = clientOf(connection)
  if (list === null) return failure('no_list')
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)

  let report: ImportReport = { pages: 0, seen: 0, written: 0, malformed: 0, problems: [] }
  let cursor: string | null = null
  let newest: string | null = null
  const startedAt = await findDatabaseTime(database)
  do {
    const readAt = await findDatabaseTime(database)
    const page = await list(cursor, null)
    if (!page.ok) {
      await finishImport(database, importId, page.message)
      return providerFailure(page)
    }
    const kept = await writePage(database, connection.id, page.snapshots, readAt)
    const malformed = [...page.malformed, ...kept.malformed]
    report = {
      pages: report.pages + 1,
      seen: report.seen + page.snapshots.length + page.malformed.length,
      written: report.written + kept.written,
      malformed: report.malformed + malformed.length,
      problems: [...report.problems, ...malformed].slice(0, LIMITS.import.problemsKept),
    }
    await updateImport(database, importId, report)
    options.onProgress(report)
    newest = newestChange(page.snapshots, newest)
    cursor = page.next === cursor ? null : page.next
  } while (cursor !== null && report.pages < LIMITS.import.pages)

  await finishImport(database, importId, null)
  await finishWalk(database, connection.id, { startedAt, newest }, listTurn(traits).pauseMs)
  return success(report)
}
