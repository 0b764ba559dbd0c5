import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import { claimWalk, finishWalk, keepWalk, type ClaimedWalk } from '@/db/queries/sync/list-walks'
import { LIMITS } from '@/lib/config/limits'
import { clientById } from '@/lib/connections/connection-client'
import { log } from '@/lib/observability/log'
import type { ProviderClient } from '@/lib/providers/port'
import { listTurn } from './list-turn'
import { newestChange, writePage } from './write-page'

const { everyMs } = LIMITS.poll

/**
 * One turn of asking a provider's list for what was made or changed: some pages for the connection
 * that has waited longest. Returns 1 when there was one. A walk that isn't at its end is due again
 * at once, for any instance; a new connection's first walk is its import.
 */
export async function pollListOnce(database: Database): Promise<number> {
  const claimed = await claimWalk(database, LIMITS.poll)
  if (claimed === null) return 0
  const { connectionId } = claimed
  try {
    const { listTransactions, traits } = await clientById(database, connectionId)
    if (listTransactions === null) await keepWalk(database, connectionId, null, everyMs)
    else await walkOn(database, claimed, listTransactions, listTurn(traits))
  } catch (error) {
    log().warn({ error, connectionId }, 'a list could not be asked; tried again after the lease')
  }
  return 1
}

async function walkOn(
  database: Database,
  { connectionId, walk, since: newSince, now }: ClaimedWalk,
  list: NonNullable<ProviderClient['listTransactions']>,
  { pages, pauseMs }: ReturnType<typeof listTurn>,
): Promise<void> {
  const { since, startedAt } = walk ?? { since: newSince, startedAt: now }
  let cursor = walk?.cursor ?? null
  let newest = walk?.newest ?? null
  for (let page = 0; page < pages; page += 1) {
    const readAt = await findDatabaseTime(database)
    const read = await list(cursor, since === null ? null : new Date(since))
    if (!read.ok) {
      log().warn({ connectionId, problem: read.problem }, `a list was not read: ${read.message}`)
      const reached = cursor === null ? null : { since, startedAt, cursor, newest }
      return keepWalk(database, connectionId, reached, everyMs)
    }
    const { malformed } = await writePage(database, connectionId, read.snapshots, readAt)
    const unread = [...read.malformed, ...malformed]
    if (unread.length > 0) log().warn({ connectionId, unread }, 'a list holds malformed entries')
    newest = newestChange(read.snapshots, newest)
    if (read.next === null || read.next === cursor) {
      return finishWalk(database, connectionId, { startedAt, newest }, pauseMs)
    }
    cursor = read.next
  }
  if (cursor !== null) {
    await keepWalk(database, connectionId, { since, startedAt, cursor, newest }, 0)
  }
}
