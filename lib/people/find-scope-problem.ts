import type { Database } from '@/db/client'
import { listConnectionNames } from '@/db/queries/sync/connections'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import type { PersonRefusal } from '@/lib/domain/operation/result'
import { mayGiveScope } from './person-rules'

/** The reason why who asks cannot give a person this scope, or null when they can. */
export async function findScopeProblem(
  database: Database,
  scope: Scope,
  request: PersonRequest,
): Promise<PersonRefusal | null> {
  if (!mayGiveScope(request, scope)) return 'scope_above_own'
  if (scope === 'all') return null
  if (scope.length === 0) return 'scope_empty'
  const known = await listConnectionNames(database, 'all')
  return scope.every((id) => known.some((one) => one.id === id)) ? null : 'connection_unknown'
}
