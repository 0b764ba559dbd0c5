import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { DEVICES_STAY_KNOWN } from './known-devices'
import { IS_SESSION_OPEN } from './open-session'

export interface OwnPasswordChange {
  readonly userId: string
  /** The session that stays. */
  readonly sessionId: string
  /** The hash that the person's current password was verified against. */
  readonly previousHash: string
  readonly passwordHash: string
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

/**
 * Sets a person's password, ends all other sessions and any one-time link, and writes the audit
 * entry, in one statement. The person's devices stay known.
 * @returns how many sessions ended; null when the password is another one by now, or the person is
 *   disabled, and nothing was written
 */
export async function updateOwnPassword(
  database: Database,
  change: OwnPasswordChange,
): Promise<number | null> {
  const [row] = await database.run((db) =>
    db.execute<{ ended: number }>(sql`
      with changed as (
        update users set
          password_hash = ${change.passwordHash},
          session_epoch = session_epoch + 1,
          link_epoch = link_epoch + 1
        where id = ${change.userId}::uuid and password_hash = ${change.previousHash}
          and disabled_at is null
        returning id, name, role, session_epoch
      ),
      kept as (
        update sessions set epoch = changed.session_epoch
        from changed
        where sessions.id = ${change.sessionId}::uuid and sessions.user_id = changed.id
          and sessions.epoch = changed.session_epoch - 1 and revoked_at is null
      ),
      ${DEVICES_STAY_KNOWN},
      ended as (
        update sessions set revoked_at = now()
        from changed
        where sessions.user_id = changed.id and sessions.id <> ${change.sessionId}::uuid
          and ${IS_SESSION_OPEN}
        returning sessions.id
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          id, 'person.password_changed', id, name, role, ${change.requestId}::uuid,
          ${change.address}::text,
          jsonb_build_object('sessionsEnded', (select count(*) from ended))
        from changed
      )
      select (select count(*) from ended)::int as ended from changed`),
  )
  return row?.ended ?? null
}
