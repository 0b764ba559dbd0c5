import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { finishImport, insertImport, updateImport } from '@/db/queries/sync/imports'
import { findSyncTurn, finishSyncRun } from '@/db/queries/sync/sync-runs'
import type { SyncCursor } from '@/lib/domain/provider/provider'
import { LIMITS } from '@/lib/config/limits'
import { getClient, listPage } from '@/lib/connections/connection-client'
import { providerFailure } from '@/lib/connections/check-connection'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ProviderClient } from '@/lib/providers/port'
import { addPage, EMPTY_REPORT, type ImportReport } from './import-report'
import {
  syncList,
  syncTurn,
  type PageReader,
  type SyncedPage,
  type SyncEnd,
  type SyncRun,
} from './sync-list'

export interface ImportOptions {
  readonly onProgress: (report: ImportReport) => void
  readonly wait?: (ms: number) => Promise<unknown>
}

const { pages, limitedReads, longestWaitMs } = LIMITS.import

/**
 * A sync of a provider's whole list that runs until it is done, and keeps count. Safe to run twice
 * or to stop midway. Malformed entries are counted and reported; only a list that cannot be read
 * ends an import. A limit on reads is waited for. A disabled connection imports nothing.
 */
export async function importTransactions(
  database: Database,
  connection: ConnectionRecord,
  options: ImportOptions,
): Promise<Result<ImportReport>> {
  const denied = importDenied(connection, getClient(database, connection))
  if (denied !== null) return denied
  const importId = uuidv7()
  await insertImport(database, importId, connection.id)
  const result = await importWholeList(database, connection, {
    begun: null,
    report: EMPTY_REPORT,
    wait: options.wait,
    onProgress: async (report) => {
      await updateImport(database, importId, report)
      options.onProgress(report)
    },
  })
  const problem = result.ok ? null : (result.error.message ?? result.error.code)
  await finishImport(database, importId, problem)
  return result
}

/** The reason why a connection's list is not imported; null where nothing is against it. */
export function importDenied(
  { disabledAt, name }: ConnectionRecord,
  { listTransactions }: Pick<ProviderClient, 'listTransactions'>,
): Result<never> | null {
  if (disabledAt !== null) {
    return failure('connection_disabled', { values: { connection: name } })
  }
  return listTransactions === null ? failure('no_list') : null
}

interface WholeImport {
  /** Where it goes on; null at the beginning of the list. */
  readonly begun: SyncCursor | null
  /** What was counted before. */
  readonly report: ImportReport
  readonly onProgress: (report: ImportReport, reached: SyncCursor | null) => Promise<void>
  readonly wait?: ImportOptions['wait'] | undefined
}

/** The same, from where it stands; `onProgress` keeps what was reached after each page. */
export async function importWholeList(
  database: Database,
  connection: ConnectionRecord,
  { begun, report: before, onProgress, wait = sleep }: WholeImport,
): Promise<Result<ImportReport>> {
  const client = getClient(database, connection)
  const denied = importDenied(connection, client)
  if (denied !== null) return denied
  const { features } = client
  const { id: connectionId } = connection

  let report = before
  const onPage = async (page: SyncedPage, reached: SyncCursor | null): Promise<void> => {
    report = addPage(report, page)
    await onProgress(report, reached)
  }
  const list: PageReader = (cursor, since) => listPage(database, connectionId, cursor, since)
  const own = await findSyncTurn(database, connectionId)
  const startedAt = await findDatabaseTime(database)
  const fromStart = { since: null, startedAt, cursor: null, newest: null }
  const turn = await syncWithWaits(begun ?? fromStart, wait, (run) =>
    syncList(database, { connectionId, features, list, pages, onPage }, run),
  )
  if (turn.end === 'limit' || turn.end === 'unread') {
    return providerFailure(turn.end === 'unread' ? turn.read : LIMITED)
  }
  await finishSyncRun(database, own, turn.run, syncTurn(features).pauseMs)
  return success(report)
}

const LIMITED = {
  ok: false,
  problem: 'unavailable',
  message: 'The provider allows no more reads now.',
} as const

/**
 * Goes on with a run whenever a limit on reads has ended, unless that takes too long or the run
 * comes no further in several tries.
 */
async function syncWithWaits(
  begun: SyncRun,
  wait: (ms: number) => Promise<unknown>,
  sync: (run: SyncRun) => Promise<SyncEnd>,
): Promise<SyncEnd> {
  let turn = await sync(begun)
  let cursor: string | null = begun.cursor
  let tries = 0
  while (turn.end === 'limit' && turn.waitMs <= longestWaitMs) {
    tries = turn.run.cursor === cursor ? tries + 1 : 1
    cursor = turn.run.cursor
    if (tries > limitedReads) break
    await wait(turn.waitMs)
    turn = await sync(turn.run)
  }
  return turn
}
