import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import {
  claimImport,
  finishBackgroundImport,
  findLatestImport,
  INTERRUPTED,
  prolongImport,
  requestImport,
  updateBackgroundImport,
  type ClaimedImport,
} from '@/db/queries/sync/background-imports'
import { findConnection } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import { loadUsableClient, UnusableConnectionError } from '@/lib/connections/connection-client'
import type { Actor } from '@/lib/domain/access/actor'
import { isScopeWithin } from '@/lib/domain/access/scope'
import type { ConnectionInput } from '@/lib/domain/provider/connection-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { ImportView } from '@/lib/domain/view/connection-view'
import { log } from '@/lib/observability/log'
import { EMPTY_REPORT } from './import-report'
import { importDenied, importWholeList } from './import-transactions'

interface ImportContext {
  readonly actor: Pick<Actor, 'scope'>
  readonly database: Database
}

/**
 * Asks for the import of a connection's whole list. Whichever instance is free does it, also when the
 * browser is gone. Fails when one of this connection is under way, when it is disabled, and when there is no list.
 */
export async function startImport(
  { actor, database }: ImportContext,
  { connectionId }: ConnectionInput,
): Promise<Result<ImportView>> {
  const connection = await findConnection(database, connectionId)
  if (connection === null || !isScopeWithin([connectionId], actor.scope)) {
    return failure('not_found', { values: { what: 'connection' } })
  }
  const client = await loadUsableClient(database, connection)
  if (!client.ok) return client
  const denied = importDenied(connection, client.value)
  if (denied !== null) return denied
  if (!(await requestImport(database, uuidv7(), connectionId))) return failure('import_running')
  const begun = await findLatestImport(database, actor.scope, connectionId)
  if (begun === null) throw new Error('an import has disappeared')
  return success(begun)
}

/**
 * Takes up one import that is due; `end` resolves when it is over. Null when none is due. What this
 * process leaves undone, another one goes on with from the page that was reached.
 */
export async function takeUpImport(
  database: Database,
): Promise<{ readonly end: Promise<void> } | null> {
  const { leaseMs, tries } = LIMITS.import.background
  const claimed = await claimImport(database, leaseMs)
  if (claimed === null) return null
  if (claimed.tries > tries) {
    await finishBackgroundImport(database, claimed, INTERRUPTED)
    return { end: Promise.resolve() }
  }
  return { end: runClaimed(database, claimed) }
}

/** Never rejects: after a failure of ours the lease runs out, and the import is taken up again. */
async function runClaimed(database: Database, claimed: ClaimedImport): Promise<void> {
  const { leaseMs } = LIMITS.import.background
  const prolong = () => {
    prolongImport(database, claimed, leaseMs).catch((error: unknown) => {
      log().warn({ error, importId: claimed.id }, 'an import could not be prolonged')
    })
  }
  const timer = setInterval(prolong, leaseMs / 3).unref()
  try {
    await finishBackgroundImport(database, claimed, await problemOf(database, claimed))
  } catch (error) {
    log().warn({ error, importId: claimed.id }, 'an import was left to be taken up again')
  } finally {
    clearInterval(timer)
  }
}

/** Imports the list; null when it came to its end, else why not, in the provider's words. */
async function problemOf(database: Database, claimed: ClaimedImport): Promise<string | null> {
  const { connectionId, reached } = claimed
  const connection = await findConnection(database, connectionId)
  if (connection === null) return null
  try {
    const result = await importWholeList(database, connection, {
      begun: reached,
      report: reached === null ? EMPTY_REPORT : claimed,
      onProgress: (report, position) => updateBackgroundImport(database, claimed, report, position),
    })
    return result.ok ? null : (result.error.message ?? result.error.code)
  } catch (error) {
    if (error instanceof UnusableConnectionError) return error.message
    throw error
  }
}
