import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { PasskeyPurpose } from '@/lib/domain/access/passkey'

/** A challenge, and who may answer it. */
export interface ChallengeKey {
  /** SHA-256 of the challenge, in hex. */
  readonly challengeHash: string
  /** SHA-256 of the text in the browser's cookie, in hex. */
  readonly browserHash: string
  readonly purpose: PasskeyPurpose
  /** Who adds a passkey, or steps up by one; null for signing in. */
  readonly userId: string | null
}

/**
 * Keeps a challenge for `validForS` seconds, and deletes up to `atMost` that are over, passing by
 * locked ones.
 */
export async function insertChallenge(
  database: Database,
  challenge: ChallengeKey & { readonly validForS: number },
  atMost: number,
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      with over as (
        delete from passkey_challenges where challenge_hash in (
          select challenge_hash from passkey_challenges where expires_at < now()
          limit ${atMost} for update skip locked
        )
      )
      insert into passkey_challenges (challenge_hash, browser_hash, purpose, user_id, expires_at)
      values (
        ${challenge.challengeHash}, ${challenge.browserHash}, ${challenge.purpose},
        ${challenge.userId}::uuid, now() + make_interval(secs => ${challenge.validForS})
      )`),
  )
}

/**
 * Uses a challenge up. Of two who do so at once, one gets false; so does everyone when it is over,
 * unknown, of another browser or person, or was made for something else.
 */
export async function takeChallenge(database: Database, key: ChallengeKey): Promise<boolean> {
  const taken = await database.run((db) =>
    db.execute(sql`
      delete from passkey_challenges
      where challenge_hash = ${key.challengeHash} and browser_hash = ${key.browserHash}
        and purpose = ${key.purpose} and user_id is not distinct from ${key.userId}::uuid
        and expires_at > now()
      returning challenge_hash`),
  )
  return taken.length === 1
}
