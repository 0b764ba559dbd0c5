import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { personIdentities, users } from '@/db/schema/people'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import type { Scope } from '@/lib/domain/access/scope'
import { IS_SESSION_OPEN } from './open-session'
import { personEntry } from './person-entry'
import { PERSON_SCOPE } from '@/db/queries/within-scope'

/** A person as the identity provider knows them. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** A person whom the identity provider knows. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly scope: Scope
  readonly isDisabled: boolean
  /** Goes into the session that is opened. */
  readonly sessionEpoch: number
}

/** The person of this identity; null when there is none. */
export async function findPersonByIdentity(
  database: Database,
  { issuer, subject }: Identity,
): Promise<KnownPerson | null> {
  const [found] = await database.run((db) =>
    db
      .select({
        id: users.id,
        name: users.name,
        role: users.role,
        scope: PERSON_SCOPE,
        isDisabled: sql<boolean>`${users.disabledAt} is not null`,
        sessionEpoch: users.sessionEpoch,
      })
      .from(personIdentities)
      .innerJoin(users, eq(users.id, personIdentities.userId))
      .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject))),
  )
  return found ?? null
}

/**
 * Ties an identity to the person with this e-mail address, in the form of `parseEmail`, and ends an
 * open invitation, with the audit entry, in one statement. Only a person without a password is tied:
 * whoever has one would be taken over by whoever gets hold of the address at the provider. For the
 * same reason the provider's next owner of an address does not get the person of the one before.
 * @returns `taken` for a person with a password, or with another identity of this issuer
 */
export async function linkIdentity(
  database: Database,
  { email, issuer, subject }: Identity & { readonly email: string },
  request: PersonRequest,
): Promise<'linked' | 'taken' | 'unknown'> {
  const entry = personEntry('person.identity_linked', request, {
    from: sql`linked`,
    detail: sql`jsonb_build_object('issuer', ${issuer}::text)`,
  })
  const [row] = await database.run((db) =>
    db.execute<{ isLinked: boolean; isKnown: boolean }>(sql`
      with person as materialized (
        select id, password_hash from users where email = ${email} for no key update
      ),
      linked as (
        insert into person_identities as known (user_id, issuer, subject)
        select id, ${issuer}, ${subject} from person
        where password_hash is null and not exists (
          select 1 from person_identities as other
          where other.issuer = ${issuer} and other.subject = ${subject}
        )
        on conflict (user_id) do update
          set issuer = excluded.issuer, subject = excluded.subject, created_at = now()
          where known.issuer <> excluded.issuer
        returning user_id as id
      ),
      closed as (
        update users set link_epoch = users.link_epoch + 1 from linked where users.id = linked.id
      ),
      entry as (${entry})
      select
        exists (select 1 from linked) as "isLinked", exists (select 1 from person) as "isKnown"`),
  )
  if (row?.isLinked === true) return 'linked'
  return row?.isKnown === true ? 'taken' : 'unknown'
}

/** Gives a person the name that the provider has, with the audit entry, in one statement. */
export async function renamePerson(
  database: Database,
  { id, name }: { readonly id: string; readonly name: string },
  request: PersonRequest,
): Promise<void> {
  const entry = personEntry('person.renamed', request, {
    from: sql`renamed`,
    detail: sql`jsonb_build_object('from', previous_name, 'to', ${name}::text)`,
  })
  await database.run((db) =>
    db.execute(sql`
      with person as materialized (
        select id, name from users where id = ${id}::uuid for no key update
      ),
      renamed as (
        update users set name = ${name}
        from person
        where users.id = person.id and person.name <> ${name}
        returning users.id, person.name as previous_name
      )
      ${entry}`),
  )
}

/**
 * Notes that the person of a session has just shown the identity provider who they are again.
 * @returns false when the session is not this person's, or not open
 */
export async function renewProviderSession(
  database: Database,
  session: { readonly id: string; readonly userId: string; readonly authenticatedAt: Date },
): Promise<boolean> {
  const renewed = await database.run((db) =>
    db.execute(sql`
      update sessions set
        second_factor_at = now(), provider_auth_at = ${session.authenticatedAt.toISOString()}::timestamptz
      from users
      where sessions.id = ${session.id}::uuid and sessions.user_id = ${session.userId}::uuid
        and users.id = sessions.user_id and users.session_epoch = sessions.epoch
        and users.disabled_at is null
        and ${IS_SESSION_OPEN}
      returning sessions.id`),
  )
  return renewed.length === 1
}
