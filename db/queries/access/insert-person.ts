import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { OperatorRequest } from '@/lib/domain/access/actor'
import { operatorEntry } from './operator-entry'
import type { NewUser } from './users'

/**
 * Makes a person and the audit entry of it in one statement. False when the e-mail address is taken;
 * nothing is written then.
 */
export async function insertPerson(
  database: Database,
  person: NewUser,
  request: OperatorRequest,
): Promise<boolean> {
  const entry = operatorEntry('person.added', request, {
    from: sql`person`,
    detail: sql`jsonb_build_object('role', role)`,
  })
  const inserted = await database.run((db) =>
    db.execute(sql`
      with person as (
        insert into users (id, email, name, role, password_hash)
        values (
          ${person.id}, ${person.email}, ${person.name}, ${person.role}, ${person.passwordHash}
        )
        on conflict (email) do nothing
        returning id, role
      ),
      entry as (${entry})
      select id from person`),
  )
  return inserted.length === 1
}
