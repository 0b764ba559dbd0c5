import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { finishImport, insertImport, updateImport } from '@/db/queries/sync/imports'
import { finishSyncRun } from '@/db/queries/sync/sync-runs'
import { LIMITS } from '@/lib/config/limits'
import { getClient, listPage } from '@/lib/connections/connection-client'
import { providerFailure } from '@/lib/connections/check-connection'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { addPage, EMPTY_REPORT, type ImportReport } from './import-report'
import { syncList, syncTurn, type PageReader, type SyncedPage } from './sync-list'

export interface ImportOptions {
  readonly onProgress: (report: ImportReport) => void
}

/**
 * A sync of a provider's whole list that runs until it is done, and keeps count. Safe to run twice
 * or to stop midway. Malformed entries are counted and reported; only a list that cannot be read
 * ends an import.
 */
export async function importTransactions(
  database: Database,
  connection: ConnectionRecord,
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const { listTransactions, features } = getClient(connection)
  if (listTransactions === null) return failure('no_list')
  const importId = uuidv7()
  const { id: connectionId } = connection
  await insertImport(database, importId, connectionId)

  let report = EMPTY_REPORT
  const onPage = async (page: SyncedPage): Promise<void> => {
    report = addPage(report, page)
    await updateImport(database, importId, report)
    options.onProgress(report)
  }
  const list: PageReader = (cursor, since) => listPage(database, connectionId, cursor, since)
  const startedAt = await findDatabaseTime(database)
  const begun = { since: null, startedAt, cursor: null, newest: null }
  const { pages } = LIMITS.import
  const turn = await syncList(database, { connectionId, list, pages, onPage }, begun)
  if (turn.end === 'unread') {
    await finishImport(database, importId, turn.read.message)
    return providerFailure(turn.read)
  }
  await finishImport(database, importId, null)
  await finishSyncRun(database, connectionId, turn.run, syncTurn(features).pauseMs)
  return success(report)
}
