import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import type { PersonKey } from '@/lib/domain/access/person'
import type { Scope } from '@/lib/domain/access/scope'
import { personRequest } from './person-request'
import { connectionIdsOf } from '@/db/queries/within-scope'

export type RightsChange =
  { readonly kind: 'role'; readonly role: Role } | { readonly kind: 'scope'; readonly scope: Scope }

/** `same`: the person is that way already. Nothing is written unless it is `changed`. */
export interface ChangedRights {
  readonly result:
    | 'changed'
    | 'same'
    | 'last_admin'
    | 'actor_changed'
    | 'own_account'
    | 'person_above_own'
    | 'scope_above_own'
  readonly email: string
}

/**
 * Gives a person another role or scope and writes the audit entry, in one statement, by a function of
 * the tables' owner: the application's own role cannot change them. Open sessions are looked up with
 * the person's role and scope of that moment, so none ends. Null when there is no such person.
 */
export async function updateRights(
  database: Database,
  person: PersonKey,
  change: RightsChange,
  request: PersonRequest,
): Promise<ChangedRights | null> {
  const id = 'id' in person ? person.id : null
  const email = 'id' in person ? null : person.email
  const given = sql`${personRequest(request)}, ${id}::uuid, ${email}::text`
  const changed =
    change.kind === 'role'
      ? sql`change_person_role(${given}, ${change.role}::text)`
      : sql`change_person_scope(${given}, ${connectionIdsOf(change.scope)})`
  const [row] = await database.run((db) =>
    db.execute<ChangedRights & Record<string, unknown>>(sql`select result, email from ${changed}`),
  )
  return row ?? null
}
