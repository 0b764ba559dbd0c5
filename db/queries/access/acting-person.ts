import { sql, type SQL } from 'drizzle-orm'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { connectionIdsOf } from './person-scope'

/**
 * True where `person` is still who asks, enabled, in the role and with the scope in which the request
 * was permitted: they may have changed while the request waited.
 * @param person the name of a table or CTE with id, role, disabled_at and connection_ids
 */
export function isStillActing(
  { userId, role, scope }: NonNullable<PersonRequest['actor']>,
  person: SQL,
): SQL {
  return sql`(${person}.id = ${userId}::uuid and ${person}.role = ${role}
    and ${person}.disabled_at is null
    and ${person}.connection_ids is not distinct from ${connectionIdsOf(scope)})`
}

/** True where who asks is still acting among the locked people; always for the command line. */
export function isActingAmongLocked({ actor }: PersonRequest): SQL {
  if (actor === null) return sql`true`
  return sql`exists (select 1 from locked as acting where ${isStillActing(actor, sql`acting`)})`
}
