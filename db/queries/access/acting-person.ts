import { sql, type SQL } from 'drizzle-orm'
import type { PersonRequest } from '@/lib/domain/access/actor'

/**
 * True where `person` is still who asks, enabled and in the role in which the request was permitted:
 * it may have changed while the request waited.
 * @param person the name of a table or CTE with id, role and disabled_at
 */
export function isStillActing({ userId, role }: NonNullable<PersonRequest['actor']>, person: SQL) {
  return sql`(${person}.id = ${userId}::uuid and ${person}.role = ${role}
    and ${person}.disabled_at is null)`
}

/** True where who asks is still acting among the locked people; always for the command line. */
export function isActingAmongLocked({ actor }: PersonRequest): SQL {
  if (actor === null) return sql`true`
  return sql`exists (select 1 from locked as acting where ${isStillActing(actor, sql`acting`)})`
}
