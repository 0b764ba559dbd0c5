import type { Database } from '@/db/client'
import {
  changeConnection,
  type ConnectionChange,
  type ChangedConnection,
} from '@/db/queries/sync/change-connection'
import { listConnectionChanges } from '@/db/queries/sync/connection-page'
import { findConnection, type ConnectionRecord } from '@/db/queries/sync/connections'
import { OPERATOR, type PersonRequest } from '@/lib/domain/access/actor'
import { isScopeWithin } from '@/lib/domain/access/scope'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { Contradiction } from '@/lib/providers/account-port'
import type {
  ChangedConnectionView,
  ConnectionChangeProblem,
} from '@/lib/domain/provider/connection-change'

/** A change of a connection: where, which one, and who asks. */
export interface ConnectionChangeContext {
  readonly database: Database
  readonly connectionId: string
  /** The version that was shown, ISO 8601; null for the command line, which shows none. */
  readonly seen: string | null
  readonly request: PersonRequest
}

/** The connection, where who asks may see it. */
export async function findChangeable({
  database,
  connectionId,
  request,
}: ConnectionChangeContext): Promise<Result<ConnectionRecord>> {
  const connection = await findConnection(database, connectionId)
  const scope = request.actor?.scope ?? 'all'
  if (connection === null || !isScopeWithin([connectionId], scope)) return notFound()
  return connection.closedAt === null ? success(connection) : unchanged('closed')
}

/** Writes a change; what the database refuses is answered in words for people. */
export async function writeChange(
  { database, connectionId: id, seen, request }: ConnectionChangeContext,
  change: ConnectionChange,
): Promise<Result<ChangedConnectionView & { readonly isGone: boolean }>> {
  const target = { id, seen: seen === null ? null : new Date(seen) }
  const result = await changeConnection(database, target, change, request)
  switch (result) {
    case 'changed':
    case 'closed_for_good':
      return success({ isChanged: true, isGone: false })
    case 'removed':
      return success({ isChanged: true, isGone: true })
    case 'same':
      return success({ isChanged: false, isGone: false })
    case 'unknown':
      return notFound()
    case 'actor_changed':
      return failure('actor_changed')
    case 'overtaken': {
      const [last] = await listConnectionChanges(database, id, 1)
      return unchanged('overtaken', last?.actorName ?? OPERATOR.name)
    }
    default:
      return unchanged(result, detailOf(result, change))
  }
}

function detailOf(result: ChangedConnection, change: ConnectionChange): string {
  if (result === 'name_taken' && change.kind === 'name') return change.name
  const isAboutAccounts = result === 'account_missing' || result === 'account_connected'
  return isAboutAccounts && 'write' in change ? change.write.accounts.join(', ') : ''
}

/** The refusal of settings that cannot hold together, at the one that is to be changed. */
export function contradicts({ contradiction: problem, fields }: Contradiction): Result<never> {
  const field = `settings.${fields[0]}`
  return failure('connection_unchanged', { values: { problem, detail: fields.join(', ') }, field })
}

/** The refusal of a change; nothing was written then. */
export function unchanged(problem: ConnectionChangeProblem, detail = ''): Result<never> {
  return failure('connection_unchanged', { values: { problem, detail } })
}

function notFound(): Result<never> {
  return failure('not_found', { values: { what: 'connection' } })
}
