import { sql, type SQL } from 'drizzle-orm'
import { uuids } from '@/db/queries/within-scope'
import { users } from '@/db/schema/people'
import type { Scope } from '@/lib/domain/access/scope'

/** The scope of a row of `users`. */
export const PERSON_SCOPE = sql<Scope>`coalesce(to_jsonb(${users.connectionIds}), '"all"')`

/** A scope as `users.connection_ids` holds it, so that equal scopes are equal values. */
export function connectionIdsOf(scope: Scope): SQL {
  if (scope === 'all') return sql`null::uuid[]`
  return sql`array[${uuids([...new Set(scope)].toSorted())}]::uuid[]`
}
