import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outerColumn } from '@/db/queries/outer-column'
import { passkeys } from '@/db/schema/passkeys'
import { personIdentities, personLinks, sessions, users } from '@/db/schema/people'
import type { Role } from '@/lib/domain/access/permission'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { PersonKey, PersonState, PersonView } from '@/lib/domain/access/person'
import type { Scope } from '@/lib/domain/access/scope'
import { isLocalWayIn } from './local-way-in'
import { IS_SESSION_OPEN } from './open-session'
import { IS_LINK_USABLE } from './person-links'
import { PERSON_SCOPE } from '@/db/queries/within-scope'
import { hasApp } from './second-factors'

/** Times as ISO 8601. */
interface StoredSessions {
  readonly lastSignInAt: string | null
  readonly lastUsedAt: string | null
  readonly liveSessions: number
}
const SIGNS_IN_BY_PROVIDER = sql<boolean>`exists (
  select 1 from ${personIdentities} where ${personIdentities.userId} = ${outerColumn(users.id)}
)`

/** What is read of a person of `users`; of the sessions, see `sessionsOf`. */
export const PERSON = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  scope: PERSON_SCOPE,
  state: sql<PersonState>`case
    when ${users.disabledAt} is not null then 'disabled'
    when ${users.passwordHash} is null and not ${SIGNS_IN_BY_PROVIDER} then 'invited'
    else 'active'
  end`,
  hasPassword: sql<boolean>`${users.passwordHash} is not null`,
  signsInByProvider: SIGNS_IN_BY_PROVIDER,
  hasApp: hasApp(outerColumn(users.id)),
  /** All that is told of the person's sessions, which are gone through once. */
  sessions: sql<StoredSessions>`(
    select json_build_object(
      'lastSignInAt', max(${sessions.createdAt}),
      'lastUsedAt', max(${sessions.lastUsedAt}),
      'liveSessions', count(*) filter (
        where ${sessions.epoch} = ${outerColumn(users.sessionEpoch)} and ${IS_SESSION_OPEN}
      )
    )
    from ${sessions} where ${sessions.userId} = ${outerColumn(users.id)}
  )`,
  passkeys: sql<number>`(
    select count(*) from ${passkeys}
    where ${passkeys.userId} = ${outerColumn(users.id)}
      and ${passkeys.epoch} = ${outerColumn(users.passkeyEpoch)}
  )::int`,
  linkExpiresAt: sql<Date | null>`(
    select max(link.expires_at) from person_links as link
    join users as person on person.id = link.user_id
    where link.user_id = ${outerColumn(users.id)} and ${IS_LINK_USABLE}
  )`.mapWith(personLinks.expiresAt),
}

/** People by e-mail address, at most `limit`. */
export async function listPeople(database: Database, limit: number): Promise<PersonView[]> {
  const people = await database.run((db) =>
    db.select(PERSON).from(users).orderBy(asc(users.email)).limit(limit),
  )
  return people.map(viewOf)
}

/** Everyone's id and e-mail address. */
export async function listPersonKeys(
  database: Database,
): Promise<readonly Pick<PersonView, 'id' | 'email'>[]> {
  return database.run((db) => db.select({ id: users.id, email: users.email }).from(users))
}

/** The person with this id; null when there is none. */
export async function findPerson(database: Database, id: string): Promise<PersonView | null> {
  const [person] = await database.run((db) => db.select(PERSON).from(users).where(eq(users.id, id)))
  return person === undefined ? null : viewOf(person)
}

function viewOf({
  sessions: stored,
  ...person
}: Omit<PersonView, keyof SessionsView> & { readonly sessions: StoredSessions }): PersonView {
  return { ...person, ...sessionsOf(stored) }
}

type SessionsView = Pick<PersonView, keyof StoredSessions>

/** What is told of a person's sessions, as `PERSON` reads it. */
export function sessionsOf({
  lastSignInAt,
  lastUsedAt,
  liveSessions,
}: StoredSessions): SessionsView {
  return {
    lastSignInAt: lastSignInAt === null ? null : new Date(lastSignInAt),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
    liveSessions,
  }
}

/** A person who is to be changed. */
export interface FoundPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly scope: Scope
  readonly language: Locale | null
  readonly hasPassword: boolean
  readonly signsInByProvider: boolean
  /** False while local ways in are switched off, but for the emergency admin. */
  readonly maySignInLocally: boolean
}

/** The person of this key; null when there is none. */
export async function findPersonByKey(
  database: Database,
  key: PersonKey,
): Promise<FoundPerson | null> {
  const [found] = await database.run((db) =>
    db
      .select({
        id: users.id,
        email: users.email,
        name: users.name,
        role: users.role,
        scope: PERSON_SCOPE,
        language: users.language,
        hasPassword: PERSON.hasPassword,
        signsInByProvider: SIGNS_IN_BY_PROVIDER,
        maySignInLocally: isLocalWayIn(outerColumn(users.id)),
      })
      .from(users)
      .where('id' in key ? eq(users.id, key.id) : eq(users.email, key.email)),
  )
  return found ?? null
}

/** True when there is a person who can sign in. */
export async function hasEnabledPerson(database: Database): Promise<boolean> {
  const [row] = await database.run((db) =>
    db
      .select({ id: users.id })
      .from(users)
      .where(and(isNull(users.disabledAt), isNotNull(users.passwordHash)))
      .limit(1),
  )
  return row !== undefined
}
