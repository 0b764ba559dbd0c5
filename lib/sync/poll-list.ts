import type { Database } from '@/db/client'
import {
  claimSyncRun,
  finishSyncRun,
  updateSyncCursor,
  type ClaimedSyncRun,
} from '@/db/queries/sync/sync-runs'
import { findConnection } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import { loadClient, listPage, UnusableConnectionError } from '@/lib/connections/connection-client'
import { noteUnusable } from '@/lib/connections/note-use'
import type { SyncCursor } from '@/lib/domain/provider/provider'
import { log } from '@/lib/observability/log'
import type { ProviderClient } from '@/lib/providers/port'
import { syncList, syncTurn, type PageReader, type SyncedPage, type SyncRun } from './sync-list'

const { everyMs } = LIMITS.poll

/**
 * One turn of asking a provider's list for what was made or changed: some pages for the connection
 * that has waited longest. Returns 1 when there was one. A run that isn't at its end is due again
 * at once, for any instance; a new connection's first run is its import. A list that cannot be
 * filtered by change is read whole each time.
 */
export async function pollListOnce(database: Database): Promise<number> {
  const claimed = await claimSyncRun(database, LIMITS.poll)
  if (claimed === null) return 0
  const { connectionId } = claimed
  try {
    await takeTurn(database, claimed, await loadClient(database, connectionId))
  } catch (error) {
    if (error instanceof UnusableConnectionError) await noteIfEnabled(database, connectionId, error)
    log().warn({ error, connectionId }, 'a list could not be asked; tried again after the lease')
  }
  return 1
}

/** One that was disabled during its turn is as it should be. */
async function noteIfEnabled(
  database: Database,
  connectionId: string,
  error: UnusableConnectionError,
): Promise<void> {
  const connection = await findConnection(database, connectionId)
  if (connection?.disabledAt === null) await noteUnusable(database, connection, error)
}

async function takeTurn(
  database: Database,
  claimed: ClaimedSyncRun,
  { listTransactions, features }: ProviderClient,
): Promise<void> {
  const { connectionId, reached, since, now } = claimed
  if (listTransactions === null)
    return updateSyncCursor(database, claimed, null, { dueInMs: everyMs })
  const { pages, pauseMs } = syncTurn(features)
  const onPage = ({ malformed: unread }: SyncedPage): void => {
    if (unread.length > 0) log().warn({ connectionId, unread }, 'a list holds malformed entries')
  }
  const list: PageReader = (cursor, changedSince) =>
    listPage(database, connectionId, cursor, changedSince)
  const from = features.listsChanges ? since : null
  const begun: SyncRun = reached ?? { since: from, startedAt: now, cursor: null, newest: null }
  const turn = await syncList(database, { connectionId, features, list, pages, onPage }, begun)
  switch (turn.end) {
    case 'list':
      return finishSyncRun(database, claimed, turn.run, pauseMs)
    case 'pages':
      return updateSyncCursor(database, claimed, turn.run, { dueInMs: 0 })
    case 'limit':
      return updateSyncCursor(database, claimed, cursorOf(turn.run), { dueInMs: turn.waitMs })
    case 'unread': {
      const { problem, message } = turn.read
      log().warn({ connectionId, problem }, `a list was not read: ${message}`)
      const again = { dueInMs: everyMs, isOwed: true } as const
      return updateSyncCursor(database, claimed, cursorOf(turn.run), again)
    }
  }
}

/** The place where a run goes on; null for its beginning. */
function cursorOf(run: SyncRun): SyncCursor | null {
  const { cursor } = run
  return cursor === null ? null : { ...run, cursor }
}
