import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import { isStillActing } from './acting-person'
import { personEntry } from './person-entry'
import { linkOf, type NewLink } from './person-links'
import { connectionIdsOf } from './person-scope'
import type { NewUser } from './users'

/**
 * A person to be made: with a password, with the link by which to choose one, or with neither, for
 * the identity provider to let in.
 */
export type NewPersonRow = { readonly scope: Scope } & (
  | NewUser
  | (Omit<NewUser, 'passwordHash'> & { readonly passwordHash: null; readonly link: NewLink })
  | (Omit<NewUser, 'passwordHash'> & { readonly passwordHash: null })
)

/**
 * Makes a person and the audit entry of it in one statement.
 * @returns why nothing was written: the e-mail address is taken, or who asks may no longer do so
 */
export async function insertPerson(
  database: Database,
  person: NewPersonRow,
  request: PersonRequest,
): Promise<'inserted' | 'email_taken' | 'actor_changed'> {
  const isInvited = 'link' in person
  const entry = personEntry(isInvited ? 'person.invited' : 'person.added', request, {
    from: sql`person`,
    detail: sql`jsonb_build_object(
      'role', role, 'connections', coalesce(to_jsonb(connection_ids), '"all"')
    )`,
  })
  const link = isInvited ? sql`, link as (${linkOf(person.link, request, sql`person`)})` : sql``
  const { actor } = request
  const acting =
    actor === null
      ? sql`select 1`
      : sql`select 1 from users where ${isStillActing(actor, sql`users`)} for share`
  const [row] = await database.run((db) =>
    db.execute<{ isInserted: boolean; isActing: boolean }>(sql`
      with acting as materialized (${acting}),
      person as (
        insert into users (id, email, name, role, password_hash, connection_ids)
        select
          ${person.id}::uuid, ${person.email}, ${person.name}, ${person.role},
          ${person.passwordHash}, ${connectionIdsOf(person.scope)}
        from acting
        on conflict (email) do nothing
        returning id, role, connection_ids, link_epoch
      )
      ${link},
      entry as (${entry})
      select
        exists (select 1 from person) as "isInserted", exists (select 1 from acting) as "isActing"`),
  )
  if (row?.isInserted === true) return 'inserted'
  return row?.isActing === true ? 'email_taken' : 'actor_changed'
}
