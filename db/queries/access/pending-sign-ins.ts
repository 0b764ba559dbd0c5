import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isLocalWayIn } from './local-way-in'
import { recoveryCodeEntry, spentCode, type CodeProof } from './spend-code'

export interface NewPendingSignIn {
  /** SHA-256 of the token in the browser's cookie, in hex. */
  readonly tokenHash: string
  readonly userId: string
  /** The person's session epoch when the password was verified. */
  readonly epoch: number
  readonly validForS: number
}

/** Keeps a sign-in whose password was right until its code comes, and deletes those that are over. */
export async function insertPendingSignIn(
  database: Database,
  pending: NewPendingSignIn,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with over as (delete from pending_sign_ins where expires_at < now())
      insert into pending_sign_ins (token_hash, user_id, epoch, expires_at)
      values (
        ${pending.tokenHash}, ${pending.userId}::uuid, ${pending.epoch}::int,
        now() + make_interval(secs => ${pending.validForS})
      )`),
  )
}

export interface PendingSignIn {
  readonly userId: string
  readonly sealedSecret: string
}

/** Where a code may still be tried; expects `pending_sign_ins` as `pending`. */
const isOpen = (mostTries: number) => sql`(
  pending.used_at is null and pending.expires_at > now() and pending.tries < ${mostTries}::int
)`

/**
 * A sign-in that waits for its code, with its person's app; null when it is over: used, expired, tried
 * too often, or its person's sessions were ended since the password.
 */
export async function findPendingSignIn(
  database: Database,
  tokenHash: string,
  mostTries: number,
): Promise<PendingSignIn | null> {
  const [row] = await database.run((db) =>
    db.execute<{ userId: string; sealedSecret: string }>(sql`
      select person.id as "userId", app.sealed_secret as "sealedSecret"
      from pending_sign_ins as pending
      join users as person on person.id = pending.user_id
      join app_factors as app on app.user_id = person.id
      where pending.token_hash = ${tokenHash} and ${isOpen(mostTries)}
        and person.session_epoch = pending.epoch and person.disabled_at is null
        and app.confirmed_at is not null`),
  )
  return row ?? null
}

/**
 * Counts a try before its code is checked, so that of any number at once `mostTries` are admitted.
 * @returns how many are left after this one; null when it may not go ahead
 */
export async function takeCodeTry(
  database: Database,
  tokenHash: string,
  mostTries: number,
): Promise<number | null> {
  const [row] = await database.run((db) =>
    db.execute<{ tries: number }>(sql`
      update pending_sign_ins as pending set tries = tries + 1
      where token_hash = ${tokenHash} and ${isOpen(mostTries)}
      returning tries`),
  )
  return row === undefined ? null : mostTries - row.tries
}

export interface CodeSession {
  readonly id: string
  readonly userAgent: string | null
  readonly maxAgeS: number
  /** Ties the entry about a recovery code to the request. */
  readonly requestId: string
  /** The network address of the request; null where it is not known. */
  readonly address: string | null
}

/**
 * Opens the session of a sign-in whose code was right, in one statement: uses up the code and the
 * sign-in, and writes the audit entry of a recovery code.
 * @returns false when the code was used before, or the sign-in is over; no session is opened then
 */
export async function openPendingSession(
  database: Database,
  tokenHash: string,
  proof: CodeProof,
  session: CodeSession,
): Promise<boolean> {
  const opened = await database.run((db) =>
    db.execute(sql`
      with person as materialized (
        select users.id, users.name, users.role, users.session_epoch
        from pending_sign_ins as pending join users on users.id = pending.user_id
        where pending.token_hash = ${tokenHash}
          and pending.used_at is null and pending.expires_at > now()
          and users.session_epoch = pending.epoch and users.disabled_at is null
          and ${isLocalWayIn(sql`users.id`)}
        for no key update of users
      ),
      spent as (${spentCode(proof, sql`person`)}),
      used as (
        update pending_sign_ins set used_at = now()
        from spent
        where token_hash = ${tokenHash} and used_at is null
        returning user_id
      ),
      entry as (${recoveryCodeEntry(proof, session)})
      insert into sessions (id, user_id, epoch, user_agent, expires_at, second_factor_at)
      select
        ${session.id}::uuid, person.id, person.session_epoch, ${session.userAgent}::text,
        now() + make_interval(secs => ${session.maxAgeS}), now()
      from person join used on used.user_id = person.id
      returning id`),
  )
  return opened.length === 1
}
