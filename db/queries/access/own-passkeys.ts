import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor, PersonRequest } from '@/lib/domain/access/actor'
import { DEVICES_STAY_KNOWN } from './known-devices'
import { personEntry } from './person-entry'

type OwnRequest = PersonRequest & { readonly actor: Actor }

export interface NewPasskey {
  readonly id: string
  readonly credentialId: string
  /** COSE key in base64url. */
  readonly publicKey: string
  readonly signCount: number
  readonly transports: readonly string[]
  readonly isSyncable: boolean
  readonly isBackedUp: boolean
  readonly aaguid: string
  readonly name: string
}

/**
 * Adds a passkey to the person who asks, with its audit entry, in one statement. The person is
 * locked first, as by every other change: who was signed out or disabled meanwhile adds none, and
 * one that is added beside the end of all passkeys is of an epoch that is over.
 * @returns why nothing was written: the session has ended, or the key is there already
 */
export async function insertPasskey(
  database: Database,
  passkey: NewPasskey,
  request: OwnRequest,
): Promise<'inserted' | 'session_ended' | 'taken'> {
  const { userId, sessionId } = request.actor
  const entry = personEntry('person.passkey_added', request, {
    from: sql`added`,
    detail: sql`jsonb_build_object('passkey', name, 'syncable', is_syncable)`,
  })
  const [row] = await database.run((db) =>
    db.execute<{ isSignedIn: boolean; isAdded: boolean }>(sql`
      with person as materialized (
        select id, session_epoch, passkey_epoch from users
        where id = ${userId}::uuid and disabled_at is null
        for no key update
      ),
      signed_in as materialized (
        select person.id, person.passkey_epoch
        from person join sessions on sessions.user_id = person.id
        where sessions.id = ${sessionId}::uuid and sessions.epoch = person.session_epoch
          and revoked_at is null and expires_at > now()
      ),
      added as (
        insert into passkeys (
          id, user_id, epoch, credential_id, public_key, sign_count, transports, is_syncable,
          is_backed_up, aaguid, name
        )
        select
          ${passkey.id}::uuid, id, passkey_epoch, ${passkey.credentialId}, ${passkey.publicKey},
          ${passkey.signCount}::bigint, ${JSON.stringify(passkey.transports)}::text::jsonb,
          ${passkey.isSyncable}::boolean, ${passkey.isBackedUp}::boolean, ${passkey.aaguid}::uuid,
          ${passkey.name}
        from signed_in
        on conflict (credential_id) do nothing
        returning user_id as id, name, is_syncable
      ),
      entry as (${entry})
      select
        exists (select 1 from signed_in) as "isSignedIn", exists (select 1 from added) as "isAdded"`),
  )
  if (row?.isAdded === true) return 'inserted'
  return row?.isSignedIn === true ? 'taken' : 'session_ended'
}

/**
 * Gives one of one's own passkeys another name, with its audit entry, in one statement. Returns
 * false when it is another person's, or was removed; nothing is written then, nor for the same name.
 */
export async function renamePasskey(
  database: Database,
  passkeyId: string,
  name: string,
  request: OwnRequest,
): Promise<boolean> {
  const entry = personEntry('person.passkey_renamed', request, {
    from: sql`renamed`,
    detail: sql`jsonb_build_object('from', previous, 'to', ${name}::text)`,
  })
  const found = await database.run((db) =>
    db.execute(sql`
      with locked as materialized (
        select passkeys.id, passkeys.name
        from passkeys join users as person on person.id = passkeys.user_id
        where passkeys.id = ${passkeyId}::uuid and passkeys.user_id = ${request.actor.userId}::uuid
          and passkeys.epoch = person.passkey_epoch
        for update of passkeys
      ),
      renamed as (
        update passkeys set name = ${name}
        from locked
        where passkeys.id = locked.id and locked.name <> ${name}
        returning passkeys.user_id as id, locked.name as previous
      ),
      entry as (${entry})
      select id from locked`),
  )
  return found.length === 1
}

export interface PasskeyRemoval {
  readonly passkeyId: string
  /** The hash that the person's current password was verified against. */
  readonly passwordHash: string
}

/**
 * Removes one of one's own passkeys, ends all other sessions and writes the audit entry, in one
 * statement.
 * @returns how many sessions ended; null when the passkey is another person's or gone, the password
 *   is another one by now, or the person is disabled, and nothing was written
 */
export async function deletePasskey(
  database: Database,
  { passkeyId, passwordHash }: PasskeyRemoval,
  request: OwnRequest,
): Promise<number | null> {
  const { userId, sessionId } = request.actor
  const entry = personEntry('person.passkey_removed', request, {
    from: sql`changed`,
    detail: sql`jsonb_build_object(
      'passkey', passkey_name, 'sessionsEnded', (select count(*) from ended))`,
  })
  const [row] = await database.run((db) =>
    db.execute<{ ended: number }>(sql`
      with person as materialized (
        select id from users
        where id = ${userId}::uuid and password_hash = ${passwordHash} and disabled_at is null
        for no key update
      ),
      removed as (
        delete from passkeys using person
        where passkeys.id = ${passkeyId}::uuid and passkeys.user_id = person.id
        returning passkeys.user_id, passkeys.name
      ),
      changed as (
        update users set session_epoch = users.session_epoch + 1
        from removed
        where users.id = removed.user_id
        returning users.id, users.session_epoch, removed.name as passkey_name
      ),
      kept as (
        update sessions set epoch = changed.session_epoch
        from changed
        where sessions.id = ${sessionId}::uuid and sessions.user_id = changed.id
          and sessions.epoch = changed.session_epoch - 1 and revoked_at is null
      ),
      ${DEVICES_STAY_KNOWN},
      ended as (
        update sessions set revoked_at = now()
        from changed
        where sessions.user_id = changed.id and sessions.id <> ${sessionId}::uuid
          and revoked_at is null and expires_at > now()
        returning sessions.id
      ),
      entry as (${entry})
      select (select count(*) from ended)::int as ended from changed`),
  )
  return row?.ended ?? null
}
