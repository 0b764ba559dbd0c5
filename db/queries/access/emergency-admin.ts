import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PersonRequest } from '@/lib/domain/access/actor'
import { isEmergencyAdmin } from './local-way-in'
import { IS_SESSION_OPEN } from './open-session'
import { personEntry } from './person-entry'

/** A person who can sign in by password and do everything. */
const CAN_HELP = sql`(
  role = 'admin' and disabled_at is null and password_hash is not null and connection_ids is null
)`

/**
 * A guard for `writeSetting`: the person may be the emergency admin. Locked, so that who takes that
 * away meanwhile waits.
 */
export function canBeEmergencyAdmin(userId: string): SQL {
  return sql`select 1 from users where id = ${userId}::uuid and ${CAN_HELP} for share`
}

/**
 * Hands a person over to the identity provider: takes password, passkeys, second factor, links and the
 * provider's identity of before away and ends all sessions, with the audit entry, in one statement. The
 * next sign-in there with the person's checked address is theirs. The last admin with a password stays,
 * and so does the emergency admin: all who count are locked first.
 */
export async function handOver(
  database: Database,
  email: string,
  request: PersonRequest,
): Promise<'changed' | 'unknown' | 'last_admin'> {
  const entry = personEntry('person.handed_over', request, {
    from: sql`changed`,
    detail: sql`jsonb_build_object('sessionsEnded', (select count(*) from ended))`,
  })
  const [row] = await database.run((db) =>
    db.execute<{ isChanged: boolean; isKnown: boolean }>(sql`
      with locked as materialized (
        select id, email, ${CAN_HELP} as can_help from users
        where email = ${email} or ${CAN_HELP}
        order by id
        for no key update
      ),
      target as (
        select id from locked person
        where email = ${email} and not ${isEmergencyAdmin(sql`person.id`)} and (
          not can_help
          or exists (select 1 from locked other where other.id <> person.id and other.can_help)
        )
      ),
      changed as (
        update users set
          password_hash = null, session_epoch = users.session_epoch + 1,
          link_epoch = users.link_epoch + 1, passkey_epoch = users.passkey_epoch + 1
        from target
        where users.id = target.id
        returning users.id
      ),
      ended as (
        update sessions set revoked_at = now()
        from changed
        where sessions.user_id = changed.id and ${IS_SESSION_OPEN}
        returning sessions.id
      ),
      identity as (delete from person_identities using changed where user_id = changed.id),
      keys as (delete from passkeys using changed where user_id = changed.id),
      app as (delete from app_factors using changed where user_id = changed.id),
      codes as (delete from recovery_codes using changed where user_id = changed.id),
      entry as (${entry})
      select
        exists (select 1 from changed) as "isChanged",
        exists (select 1 from locked where email = ${email}) as "isKnown"`),
  )
  if (row?.isChanged === true) return 'changed'
  return row?.isKnown === true ? 'last_admin' : 'unknown'
}
