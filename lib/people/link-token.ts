import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { NewLink } from '@/db/queries/access/person-links'
import { LIMITS } from '@/lib/config/limits'

/** A link that was just made. Its token is shown to who made it, once, and kept nowhere. */
export interface MadeLink {
  readonly token: string
  readonly link: NewLink
}

/** A new one-time link with a token that cannot be guessed. */
export function makeLink(): MadeLink {
  const token = randomBytes(32).toString('base64url')
  const { linkValidS: validForS } = LIMITS.access
  return { token, link: { id: randomUUID(), tokenHash: hashToken(token), validForS } }
}

/** The form in which the database knows a token: SHA-256, in hex. The token is random: no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
