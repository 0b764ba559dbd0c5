import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { OperatorRequest } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/permission'
import { operatorEntry } from './operator-entry'

export type PersonChange =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'password'; readonly passwordHash: string }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'sign_out' }

/** `same`: the person is that way already. Nothing is written unless it is `changed`. */
export type PersonChangeOutcome =
  | { readonly result: 'changed'; readonly sessionsEnded: number }
  | { readonly result: 'same' | 'last_admin' | 'unknown' }

interface Change {
  readonly action: string
  /** Its assignments, besides the end of the sessions. */
  readonly set: readonly SQL[]
  /** True when the change makes a difference to the `target`. */
  readonly isNeeded: SQL
  readonly detail: SQL
  /** True when all sessions of the person end. */
  readonly endsSessions: boolean
  /** True when the person is no enabled admin afterwards. */
  readonly endsAdmin: boolean
}

const PLAIN = { detail: sql`'{}'::jsonb`, endsSessions: true, endsAdmin: false }
const COUNTED = sql`jsonb_build_object('sessionsEnded', (select count(*) from ended))`

function changeOf(change: PersonChange): Change {
  switch (change.kind) {
    case 'role':
      return {
        action: 'person.role_changed',
        set: [sql`role = ${change.role}`],
        isNeeded: sql`target.role <> ${change.role}`,
        detail: sql`jsonb_build_object('from', previous_role, 'to', ${change.role}::text)`,
        // Sessions are looked up with the person's role of that moment.
        endsSessions: false,
        endsAdmin: change.role !== 'admin',
      }
    case 'password':
      return {
        ...PLAIN,
        action: 'person.password_changed',
        set: [sql`password_hash = ${change.passwordHash}`],
        isNeeded: sql`true`,
        detail: COUNTED,
      }
    case 'disable':
      return {
        ...PLAIN,
        action: 'person.disabled',
        set: [sql`disabled_at = now()`],
        isNeeded: sql`target.disabled_at is null`,
        detail: COUNTED,
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
  }
}

/**
 * Changes a person, ends the sessions that must not outlive the change, and writes the audit entry,
 * in one statement. The last enabled admin stays one: the person and all enabled admins are locked
 * before the others are counted, so of two such changes at once the second sees what the first did.
 * @param email in the form of `parseEmail`
 */
export async function updatePerson(
  database: Database,
  email: string,
  requested: PersonChange,
  request: OperatorRequest,
): Promise<PersonChangeOutcome> {
  const change = changeOf(requested)
  const endOfEpoch = change.endsSessions ? [sql`session_epoch = users.session_epoch + 1`] : []
  const set = sql.join([...change.set, ...endOfEpoch], sql`, `)
  const endsSessions = change.endsSessions ? sql`true` : sql`false`
  const guard = change.endsAdmin ? sql`not target.is_last_admin` : sql`true`
  const entry = operatorEntry(change.action, request, {
    from: sql`changed`,
    detail: change.detail,
  })
  const [row] = await database.run((db) =>
    db.execute<{ isLastAdmin: boolean; isNeeded: boolean; isChanged: boolean; ended: number }>(sql`
      with locked as materialized (
        select id, email, role, disabled_at from users
        where email = ${email} or (role = 'admin' and disabled_at is null)
        order by id
        for no key update
      ),
      target as materialized (
        select
          id, role, disabled_at,
          role = 'admin' and disabled_at is null and not exists (
            select 1 from locked other
            where other.id <> person.id and other.role = 'admin' and other.disabled_at is null
          ) as is_last_admin
        from locked person
        where email = ${email}
      ),
      changed as (
        update users set ${set}
        from target
        where users.id = target.id and ${change.isNeeded} and ${guard}
        returning users.id, target.role as previous_role
      ),
      ended as (
        update sessions set revoked_at = now()
        from changed
        where ${endsSessions} and sessions.user_id = changed.id
          and revoked_at is null and expires_at > now()
        returning sessions.id
      ),
      entry as (${entry})
      select
        is_last_admin as "isLastAdmin", ${change.isNeeded} as "isNeeded",
        exists (select 1 from changed) as "isChanged", (select count(*) from ended)::int as ended
      from target`),
  )
  if (row === undefined) return { result: 'unknown' }
  if (row.isChanged) return { result: 'changed', sessionsEnded: row.ended }
  return { result: row.isNeeded && change.endsAdmin && row.isLastAdmin ? 'last_admin' : 'same' }
}
