import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** The organization's single sign-on, where it is set. */
const SETTING = sql`(select value from organization_settings where key = 'single_sign_on')`

/**
 * True where a person may sign in by what Paydesk itself checks: a password, a code, a passkey, a
 * link. Where these are switched off, the emergency admin alone.
 */
export function isLocalWayIn(userId: SQL): SQL<boolean> {
  return sql<boolean>`(
    coalesce(${SETTING} -> 'localPasswords', 'true'::jsonb) <> 'false'::jsonb
    or ${SETTING} ->> 'emergencyAdminId' = ${userId}::text
  )`
}

/** True for the one person who may sign in locally while that is switched off for all others. */
export function isEmergencyAdmin(userId: SQL): SQL<boolean> {
  return sql<boolean>`coalesce(
    ${SETTING} -> 'localPasswords' = 'false'::jsonb
    and ${SETTING} ->> 'emergencyAdminId' = ${userId}::text, false
  )`
}

/** True where the identity provider that is set now knows this person. */
export function hasProviderIdentity(userId: SQL): SQL<boolean> {
  return sql<boolean>`exists (
    select 1 from person_identities as known
    where known.user_id = ${userId} and known.issuer = ${SETTING} ->> 'issuer'
  )`
}

/** True while people may sign in by password. */
export async function areLocalPasswordsOn(database: Database): Promise<boolean> {
  const [row] = await database.run((db) =>
    db.execute<{ on: boolean }>(sql`select ${isLocalWayIn(sql`''`)} as on`),
  )
  return row?.on === true
}
