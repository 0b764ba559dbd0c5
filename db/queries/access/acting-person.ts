import { sql, type SQL } from 'drizzle-orm'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { connectionIdsOf } from '@/db/queries/within-scope'

/**
 * True where who asks is among the `locked` people, enabled, in the role and with the scope in which
 * the request was permitted: they may have changed while it waited. Always for the command line.
 */
export function isActingAmongLocked({ actor }: PersonRequest): SQL {
  if (actor === null) return sql`true`
  return sql`exists (
    select 1 from locked as acting
    where acting.id = ${actor.userId}::uuid and acting.role = ${actor.role}
      and acting.disabled_at is null
      and acting.connection_ids is not distinct from ${connectionIdsOf(actor.scope)}
  )`
}
