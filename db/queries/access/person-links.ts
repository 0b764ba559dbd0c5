import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { rolesPermitted } from '@/lib/domain/access/permission'
import type { LinkView } from '@/lib/domain/access/person'
import { isActingAmongLocked } from './acting-person'
import { isLocalWayIn } from './local-way-in'
import { IS_SESSION_OPEN } from './open-session'
import { personEntry } from './person-entry'

export interface NewLink {
  readonly id: string
  /** SHA-256 of the token, in hex. */
  readonly tokenHash: string
  readonly validForS: number
}

const MAKERS = sql.join(
  rolesPermitted('manage_people').map((role) => sql`${role}`),
  sql`, `,
)

/**
 * Where a link can be used; expects `person_links` as `link` and its `users` as `person`. A link
 * ends when who made it may no longer look after people, or not after this one. It rests while its
 * person may not sign in locally.
 */
export const IS_LINK_USABLE = sql`(
  link.used_at is null and link.expires_at > now()
  and link.epoch = person.link_epoch and person.disabled_at is null
  and ${isLocalWayIn(sql`person.id`)}
  and (
    link.made_by is null
    or exists (
      select 1 from users as maker
      where maker.id = link.made_by and maker.disabled_at is null and maker.role in (${MAKERS})
        and (maker.connection_ids is null or person.connection_ids <@ maker.connection_ids)
    )
  )
)`

/** The insert of a link for the person of a CTE, which has `id` and the `link_epoch` of now. */
export function insertLink(link: NewLink, from: SQL, { actor }: PersonRequest): SQL {
  return sql`
    insert into person_links (id, user_id, token_hash, epoch, made_by, expires_at)
    select
      ${link.id}::uuid, id, ${link.tokenHash}::text, link_epoch, ${actor?.userId ?? null}::uuid,
      now() + make_interval(secs => ${link.validForS})
    from ${from}`
}

/**
 * Gives a person a new link in place of the earlier one, with its audit entry, in one statement.
 * @returns why nothing was written: there is no such person, the person is disabled, or who asks may
 *   no longer do so
 */
export async function replaceLink(
  database: Database,
  userId: string,
  link: NewLink,
  request: PersonRequest,
): Promise<'replaced' | 'disabled' | 'unknown' | 'actor_changed'> {
  const { actor } = request
  const entry = personEntry('person.link_made', request, {
    from: sql`target`,
    detail: sql`jsonb_build_object('hadPassword', password_hash is not null)`,
  })
  const isActing = isActingAmongLocked(request)
  const [row] = await database.run((db) =>
    db.execute<{ isKnown: boolean; isReplaced: boolean; isActing: boolean }>(sql`
      with locked as materialized (
        select id, role, disabled_at, connection_ids from users
        where id in (${userId}::uuid, ${actor?.userId ?? userId}::uuid)
        order by id
        for no key update
      ),
      target as (
        update users set link_epoch = users.link_epoch + 1
        from locked
        where users.id = locked.id and locked.id = ${userId}::uuid
          and locked.disabled_at is null and ${isActing}
        returning users.id, users.link_epoch, users.password_hash
      ),
      link as (${insertLink(link, sql`target`, request)}),
      entry as (${entry})
      select
        exists (select 1 from locked where id = ${userId}::uuid) as "isKnown",
        exists (select 1 from target) as "isReplaced", ${isActing} as "isActing"`),
  )
  if (row?.isReplaced === true) return 'replaced'
  if (row?.isKnown !== true) return 'unknown'
  return row.isActing ? 'disabled' : 'actor_changed'
}

/** The person whom a link is for, while it can be used. */
export async function findLink(database: Database, tokenHash: string): Promise<LinkView> {
  const [row] = await database.run((db) =>
    db.execute<{ name: string; email: string; isInvitation: boolean }>(sql`
      select person.name, person.email, person.password_hash is null as "isInvitation"
      from person_links as link join users as person on person.id = link.user_id
      where link.token_hash = ${tokenHash} and ${IS_LINK_USABLE}`),
  )
  return row === undefined ? { state: 'unusable' } : { state: 'usable', ...row }
}

/** A person who has just used a link. */
export interface LinkUser {
  readonly userId: string
  readonly email: string
  /** The epoch of the sessions that count from now on. */
  readonly sessionEpoch: number
}

export interface LinkUse {
  readonly tokenHash: string
  readonly passwordHash: string
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

/**
 * Uses a link up: sets the password, ends the person's sessions and writes the audit entry, in one
 * statement. The person is locked first, as by every other change, so that what ended the link
 * meanwhile is seen. Of two who use it at once, one gets null; so does everyone when it cannot be
 * used.
 */
export async function consumeLink(database: Database, use: LinkUse): Promise<LinkUser | null> {
  const [row] = await database.run((db) =>
    db.execute<{ userId: string; email: string; sessionEpoch: number }>(sql`
      with person as materialized (
        select id, disabled_at, connection_ids, link_epoch, password_hash is null as is_invitation from users
        where id = (select user_id from person_links where token_hash = ${use.tokenHash})
        for no key update
      ),
      used as (
        update person_links as link set used_at = now()
        from person
        where link.token_hash = ${use.tokenHash} and ${IS_LINK_USABLE}
        returning person.id, person.is_invitation
      ),
      changed as (
        update users set
          password_hash = ${use.passwordHash},
          session_epoch = users.session_epoch + 1,
          link_epoch = users.link_epoch + 1
        from used
        where users.id = used.id
        returning users.id, users.email, users.name, users.role, users.session_epoch,
          used.is_invitation
      ),
      ended as (
        update sessions set revoked_at = now()
        from changed
        where sessions.user_id = changed.id and ${IS_SESSION_OPEN}
        returning sessions.id
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          id, case when is_invitation then 'person.joined' else 'person.password_changed' end,
          id, name, role, ${use.requestId}::uuid, ${use.address}::text,
          jsonb_build_object('byLink', true, 'sessionsEnded', (select count(*) from ended))
        from changed
      )
      select id as "userId", email, session_epoch as "sessionEpoch" from changed`),
  )
  return row ?? null
}
