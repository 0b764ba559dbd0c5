import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import type { NewLink } from './person-links'
import { personRequest } from './person-request'
import { connectionIdsOf } from '@/db/queries/within-scope'
import type { NewUser } from './users'

/**
/**
 * A person to be made: with a password, with the link by which to choose one, or with neither, for
 * the identity provider to let in.
 */
export type NewPersonRow = { readonly scope: Scope } & (
  | NewUser
  | (Omit<NewUser, 'passwordHash'> & { readonly passwordHash: null; readonly link?: NewLink })
)

/**
 * Makes a person and the audit entry of it in one statement, by a function of the tables' owner.
 * @returns why nothing was written: the e-mail address is taken, who asks may no longer do so, or
 *   does not see all that the person is to see
 */
export async function insertPerson(
  database: Database,
  person: NewPersonRow,
  request: PersonRequest,
): Promise<'inserted' | 'email_taken' | 'actor_changed' | 'scope_above_own'> {
  const link = 'link' in person ? person.link : undefined
  const [row] = await database.run((db) =>
    db.execute<{ result: 'inserted' | 'email_taken' | 'actor_changed' | 'scope_above_own' }>(sql`
      select insert_person(
        ${personRequest(request)}, ${person.id}::uuid, ${person.email}::text, ${person.name}::text,
        ${person.role}::text, ${connectionIdsOf(person.scope)}, ${person.passwordHash}::text,
        ${link?.id ?? null}::uuid, ${link?.tokenHash ?? null}::text, ${link?.validForS ?? null}::int
      ) as result`),
  )
  if (row === undefined) throw new Error('insert_person returned nothing')
  return row.result
}
