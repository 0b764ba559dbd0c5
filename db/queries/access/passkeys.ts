import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { passkeys } from '@/db/schema/passkeys'
import { users } from '@/db/schema/people'
import type { PasskeyView } from '@/lib/domain/access/passkey'
import { isLocalWayIn } from './local-way-in'

/** True where a passkey counts; expects its person beside it. */
const COUNTS = eq(passkeys.epoch, users.passkeyEpoch)

/** A person's passkeys, the oldest first, at most `limit`, each with what its device needs. */
export function listPasskeys(
  database: Database,
  userId: string,
  limit: number,
): Promise<
  (PasskeyView & { readonly credentialId: string; readonly transports: readonly string[] })[]
> {
  return database.run((db) =>
    db
      .select({
        id: passkeys.id,
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
        credentialId: passkeys.credentialId,
        transports: passkeys.transports,
      })
      .from(passkeys)
      .innerJoin(users, eq(users.id, passkeys.userId))
      .where(and(eq(passkeys.userId, userId), COUNTS))
      .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
      .limit(limit),
  )
}

/** What verifying a signature needs to know of a passkey. */
export interface KnownPasskey {
  readonly id: string
  readonly userId: string
  /** COSE key in base64url. */
  readonly publicKey: string
  readonly isDisabled: boolean
  /** False while local ways in are switched off, but for the emergency admin. */
  readonly maySignInLocally: boolean
}

/** The passkey that a device names so; null when it is unknown or was removed. */
export async function findPasskey(
  database: Database,
  credentialId: string,
): Promise<KnownPasskey | null> {
  const [found] = await database.run((db) =>
    db
      .select({
        id: passkeys.id,
        userId: passkeys.userId,
        publicKey: passkeys.publicKey,
        isDisabled: sql<boolean>`${users.disabledAt} is not null`,
        maySignInLocally: isLocalWayIn(sql`${users.id}`),
      })
      .from(passkeys)
      .innerJoin(users, eq(users.id, passkeys.userId))
      .where(and(eq(passkeys.credentialId, credentialId), COUNTS)),
  )
  return found ?? null
}

export interface PasskeyUse {
  readonly passkeyId: string
  /** The device's own count of the passkey's uses; 0 when it does not count. */
  readonly signCount: number
  readonly isBackedUp: boolean
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

/** `sessionEpoch` is the one of which a session may be opened. */
export type PasskeyUseOutcome =
  | { readonly result: 'used'; readonly sessionEpoch: number }
  | { readonly result: 'gone' | 'counter' }

/**
 * Notes the use of a passkey whose signature was verified. A count that has not gone up is that of
 * a copy: then only an audit entry is written, in the person's stream, in the same statement. The
 * row is locked first, so that of two uses with the same count the second is seen as such.
 */
export async function usePasskey(
  database: Database,
  { passkeyId, signCount, isBackedUp, requestId, address }: PasskeyUse,
): Promise<PasskeyUseOutcome> {
  const goesUp = sql`
    (locked.sign_count < ${signCount}::bigint or (locked.sign_count = 0 and ${signCount}::bigint = 0))`
  const [row] = await database.run((db) =>
    db.execute<{ sessionEpoch: number; isUsed: boolean }>(sql`
      with locked as materialized (
        select passkeys.id, passkeys.user_id, passkeys.name, passkeys.sign_count, person.session_epoch
        from passkeys join users as person on person.id = passkeys.user_id
        where passkeys.id = ${passkeyId}::uuid and passkeys.epoch = person.passkey_epoch
        for update of passkeys
      ),
      used as (
        update passkeys set
          sign_count = ${signCount}::bigint, is_backed_up = ${isBackedUp}::boolean, last_used_at = now()
        from locked
        where passkeys.id = locked.id and ${goesUp}
        returning passkeys.id
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select
          user_id, 'person.passkey_refused', null::uuid, 'Paydesk', 'system', ${requestId}::uuid,
          ${address}::text,
          jsonb_build_object(
            'passkey', name, 'counted', sign_count, 'received', ${signCount}::bigint
          )
        from locked
        where not ${goesUp}
      )
      select session_epoch as "sessionEpoch", exists (select 1 from used) as "isUsed" from locked`),
  )
  if (row === undefined) return { result: 'gone' }
  const { sessionEpoch } = row
  return row.isUsed ? { result: 'used', sessionEpoch } : { result: 'counter' }
}
