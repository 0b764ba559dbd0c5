import { randomBytes } from 'node:crypto'
import type { Database } from '@/db/client'
import { insertChallenge, takeChallenge } from '@/db/queries/access/passkey-challenges'
import { LIMITS } from '@/lib/config/limits'
import type { PasskeyPurpose } from '@/lib/domain/access/passkey'
import { hashToken } from '../secret-token'

/** The browser and the person whom a challenge is for. */
export interface ChallengeFor {
  /** The text in the browser's cookie. */
  readonly browserKey: string
  readonly purpose: PasskeyPurpose
  /** Who adds a passkey, or steps up by one; null for signing in. */
  readonly userId: string | null
}

/** Makes a challenge: 32 random bytes for a device to sign, once, within five minutes. */
export async function makeChallenge(
  database: Database,
  { browserKey, purpose, userId }: ChallengeFor,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const { passkeyChallengeS: validForS, challengesDeletedAtOnce } = LIMITS.access
  const challengeHash = hashToken(Buffer.from(challenge).toString('base64url'))
  const row = { challengeHash, browserHash: hashToken(browserKey), purpose, userId, validForS }
  await insertChallenge(database, row, challengesDeletedAtOnce)
  return challenge
}

/**
 * Uses up the challenge that a device says it has signed, in base64url. False when it is over, was
 * used, or was made for another browser, person or purpose.
 */
export function useChallenge(
  database: Database,
  challenge: string,
  { browserKey, purpose, userId }: ChallengeFor,
): Promise<boolean> {
  const challengeHash = hashToken(challenge)
  return takeChallenge(database, {
    challengeHash,
    browserHash: hashToken(browserKey),
    purpose,
    userId,
  })
}
