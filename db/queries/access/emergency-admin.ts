import { sql, type SQL } from 'drizzle-orm'

/**
 * A guard for `writeSetting`: a person who can sign in by password and do everything. Locked, so that
 * who takes that away meanwhile waits.
 */
export function canBeEmergencyAdmin(userId: string): SQL {
  return sql`
    select 1 from users
    where id = ${userId}::uuid and role = 'admin' and disabled_at is null
      and password_hash is not null and connection_ids is null
    for share`
}
