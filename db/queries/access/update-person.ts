import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findSqlState } from '@/db/database-error'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { PersonKey } from '@/lib/domain/access/person'
import { isActingAmongLocked } from './acting-person'
import { IS_SESSION_OPEN } from './open-session'
import { personEntry } from './person-entry'
import { insertLink, type NewLink } from './person-links'
import { secondFactorExists } from './second-factors'
import { updateRights, type ChangedRights, type RightsChange } from './update-rights'

export type PersonChange = RightsChange | AccessChange

type AccessChange =
  | { readonly kind: 'password'; readonly passwordHash: string }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'sign_out' }
  | { readonly kind: 'remove_passkeys' }
  | { readonly kind: 'reset_second_factor'; readonly instead: LinkInstead | null }

/** A one-time link in place of the password, which becomes one that no one knows. */
export interface LinkInstead {
  readonly link: NewLink
  readonly passwordHash: string
}

/** `same`: the person is that way already. Nothing is written unless it is `changed`. */
export type PersonChangeOutcome =
  | {
      readonly result: 'changed' | 'same'
      readonly email: string
      readonly sessionsEnded: number
    }
  | {
      readonly result:
        'unknown' | 'emergency_admin' | Exclude<ChangedRights['result'], 'changed' | 'same'>
    }

/** SQLSTATE of the trigger that keeps the emergency admin one (migration 0018). */
const EMERGENCY_ADMIN = 'PD010'

interface Change {
  readonly action: string
  /** Its assignments, besides the end of the sessions. */
  readonly set: readonly SQL[]
  /** Further CTEs, each after a comma. */
  readonly alongside?: SQL
  /** True when the change makes a difference to the `target`. */
  readonly isNeeded: SQL
  readonly detail: SQL
  /** True when all sessions of the person end. */
  readonly endsSessions: boolean
  /** True when the person's one-time link can be used no more. */
  readonly endsLinks: boolean
  /** True when the person is no enabled admin of all connections afterwards. */
  readonly endsAdmin: boolean
}

/**
 * An invited admin cannot sign in yet, and is no one's last help; one who sees some connections only
 * cannot help with the others.
 */
const CAN_ADMINISTER = sql`(
  role = 'admin' and disabled_at is null and password_hash is not null and connection_ids is null
)`

const PLAIN = {
  detail: sql`'{}'::jsonb`,
  endsSessions: true,
  endsLinks: false,
  endsAdmin: false,
}
const COUNTED = sql`jsonb_build_object('sessionsEnded', (select count(*) from ended))`

function changeOf(change: AccessChange, request: PersonRequest): Change {
  switch (change.kind) {
    case 'password':
      return {
        ...PLAIN,
        action: 'person.password_changed',
        set: [sql`password_hash = ${change.passwordHash}`],
        isNeeded: sql`true`,
        detail: COUNTED,
        endsLinks: true,
      }
    case 'disable':
      return {
        ...PLAIN,
        action: 'person.disabled',
        set: [sql`disabled_at = now()`],
        isNeeded: sql`target.disabled_at is null`,
        detail: COUNTED,
        endsLinks: true,
        endsAdmin: true,
      }
    case 'enable':
      return {
        ...PLAIN,
        action: 'person.enabled',
        set: [sql`disabled_at = null`],
        isNeeded: sql`target.disabled_at is not null`,
        endsSessions: false,
      }
    case 'sign_out':
      return {
        ...PLAIN,
        action: 'person.signed_out',
        set: [],
        isNeeded: sql`true`,
        detail: COUNTED,
      }
    case 'remove_passkeys':
      return {
        ...PLAIN,
        action: 'person.passkeys_removed',
        // A passkey that is added at the same moment is of the epoch that ends here.
        set: [sql`passkey_epoch = users.passkey_epoch + 1`],
        isNeeded: sql`true`,
        detail: sql`${COUNTED} || jsonb_build_object('passkeysRemoved', (select count(*) from removed))`,
        alongside: sql`,
          removed as (
            delete from passkeys using changed where passkeys.user_id = changed.id
            returning passkeys.id
          )`,
      }
    case 'reset_second_factor':
      return resetOf(change.instead, request)
  }
}

function resetOf(instead: LinkInstead | null, request: PersonRequest): Change {
  const link = instead && sql`, link as (${insertLink(instead.link, sql`changed`, request)})`
  return {
    ...PLAIN,
    action: 'person.second_factor_reset',
    set: instead === null ? [] : [sql`password_hash = ${instead.passwordHash}`],
    alongside: sql`,
      app as (delete from app_factors using changed where user_id = changed.id),
      codes as (delete from recovery_codes using changed where user_id = changed.id)
      ${link ?? sql``}`,
    isNeeded: secondFactorExists(sql`target.id`),
    detail: sql`${COUNTED} || jsonb_build_object('linkMade', ${instead !== null}::boolean)`,
    endsLinks: instead !== null,
  }
}

/**
 * Changes a person, ends the sessions that must not outlive the change, and writes the audit entry,
 * in one statement. The last admin of all connections who can sign in stays one: the person and all
 * such admins are locked before the others are counted, so of two such changes at once the second
 * sees what the first did. The emergency admin is kept by a trigger.
 */
export async function updatePerson(
  database: Database,
  person: PersonKey,
  requested: PersonChange,
  request: PersonRequest,
): Promise<PersonChangeOutcome> {
  try {
    return await changeGuarded(database, person, requested, request)
  } catch (error) {
    if (findSqlState(error) !== EMERGENCY_ADMIN) throw error
    return { result: 'emergency_admin' }
  }
}

async function changeGuarded(
  database: Database,
  person: PersonKey,
  requested: PersonChange,
  request: PersonRequest,
): Promise<PersonChangeOutcome> {
  if (requested.kind === 'role' || requested.kind === 'scope') {
    const changed = await updateRights(database, person, requested, request)
    if (changed === null) return { result: 'unknown' }
    const { result, email } = changed
    if (result !== 'changed' && result !== 'same') return { result }
    return { result, email, sessionsEnded: 0 }
  }
  const change = changeOf(requested, request)
  const isTarget = 'id' in person ? sql`id = ${person.id}::uuid` : sql`email = ${person.email}`
  const endOfEpoch = change.endsSessions ? [sql`session_epoch = users.session_epoch + 1`] : []
  const endOfLink = change.endsLinks ? [sql`link_epoch = users.link_epoch + 1`] : []
  const set = sql.join([...change.set, ...endOfEpoch, ...endOfLink], sql`, `)
  const endsSessions = change.endsSessions ? sql`true` : sql`false`
  const { actor } = request
  const isActing = isActingAmongLocked(request)
  const isAlsoActing = actor === null ? sql`false` : sql`id = ${actor.userId}::uuid`
  const guard = change.endsAdmin ? sql`not target.is_last_admin` : sql`true`
  const entry = personEntry(change.action, request, {
    from: sql`changed`,
    detail: change.detail,
  })
  const [row] = await database.run((db) =>
    db.execute<{
      isActing: boolean
      email: string
      isLastAdmin: boolean
      isNeeded: boolean
      isChanged: boolean
      ended: number
    }>(sql`
      with locked as materialized (
        select id, email, role, disabled_at, connection_ids, ${CAN_ADMINISTER} as can_administer
        from users
        where ${isTarget} or ${isAlsoActing} or ${CAN_ADMINISTER}
        order by id
        for no key update
      ),
      target as materialized (
        select
          id, email, role, disabled_at, connection_ids,
          can_administer and not exists (
            select 1 from locked other where other.id <> person.id and other.can_administer
          ) as is_last_admin
        from locked person
        where ${isTarget}
      ),
      changed as (
        update users set ${set}
        from target
        where users.id = target.id and ${change.isNeeded} and ${guard} and ${isActing}
        returning users.id, users.link_epoch
      ),
      ended as (
        update sessions set revoked_at = now()
        from changed
        where ${endsSessions} and sessions.user_id = changed.id
          and ${IS_SESSION_OPEN}
        returning sessions.id
      )
      ${change.alongside ?? sql``},
      entry as (${entry})
      select
        ${isActing} as "isActing", email, is_last_admin as "isLastAdmin", ${change.isNeeded} as "isNeeded",
        exists (select 1 from changed) as "isChanged", (select count(*) from ended)::int as ended
      from target`),
  )
  if (row === undefined) return { result: 'unknown' }
  if (!row.isActing) return { result: 'actor_changed' }
  const isRefused = row.isNeeded && change.endsAdmin && row.isLastAdmin
  if (!row.isChanged && isRefused) return { result: 'last_admin' }
  const result = row.isChanged ? 'changed' : 'same'
  return { result, email: row.email, sessionsEnded: row.ended }
}
