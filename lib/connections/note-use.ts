import type { Database } from '@/db/client'
import { recordConnectionCheck } from '@/db/queries/sync/connection-checks'
import type { ConnectionRecord } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import type { CheckSource, ConnectionFault } from '@/lib/domain/provider/connection-fault'
import { log } from '@/lib/observability/log'
import type { ConnectionCheck, ReadFailure } from '@/lib/providers/port'

type Failed = Extract<ConnectionCheck, { readonly ok: false }> | ReadFailure
type Used = { readonly ok: true } | Failed

/** Longest text of a provider that is kept. */
const LENGTH = 500

/**
 * Keeps what a read, a list or a test has shown about the connection itself. It never rejects, and
 * nothing waits for its success: what was read is what matters to those who have read it.
 */
export async function noteUse(
  database: Database,
  connection: ConnectionRecord,
  source: CheckSource,
  used: Used,
): Promise<void> {
  const fault = used.ok ? null : faultOf(source, used)
  if (fault === undefined) return
  if (source !== 'test' && isKnown(connection, fault)) return
  await record(database, connection, source, fault, used.ok ? null : used.message)
}

/** Keeps that a connection cannot be used as it is stored. It never rejects. */
export async function noteUnusable(
  database: Database,
  connection: ConnectionRecord,
  { message }: Error,
): Promise<void> {
  await record(database, connection, 'test', 'unusable', message)
}

async function record(
  database: Database,
  connection: ConnectionRecord,
  source: CheckSource,
  fault: ConnectionFault | null,
  message: string | null,
): Promise<void> {
  const detail = message?.replaceAll(/\p{Cc}+/gu, ' ').slice(0, LENGTH) ?? null
  try {
    await recordConnectionCheck(database, connection, { source, fault, detail })
  } catch (error) {
    log().warn({ error, connectionId: connection.id }, 'what a connection showed was not kept')
  }
}

/** True when the same was written a moment ago: then the database is not asked. */
function isKnown(
  { checkProblem, checkedAt }: ConnectionRecord,
  fault: ConnectionFault | null,
): boolean {
  const ageMs = checkedAt === null ? Infinity : Date.now() - checkedAt.getTime()
  return checkProblem === fault && ageMs >= 0 && ageMs < LIMITS.connection.notedAgainMs
}

/**
 * The fault of the connection that a failure shows; undefined where it shows nothing about the
 * connection: a limit on reads, and what is wrong with one payment alone.
 */
function faultOf(source: CheckSource, failed: Failed): ConnectionFault | undefined {
  if ('waitMs' in failed) return undefined
  const { problem, cause } = failed
  switch (cause) {
    case 'right_missing':
    case 'read_only':
    case 'no_api':
    case 'list_refused':
      return cause
    case undefined:
      break
    default:
      return 'wrong_account'
  }
  switch (problem) {
    case 'unauthorized':
      return 'credentials_refused'
    case 'wrong_account':
    case 'unavailable':
      return problem
    case 'not_found':
      return source === 'read' ? undefined : 'unknown_account'
    case 'malformed':
      return source === 'read' ? undefined : 'unreadable'
  }
}
