import { createHash, randomBytes } from 'node:crypto'

/** A text of 256 random bits, which is given out once, in a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The text where it has the form of a token; null otherwise. */
export function parseToken(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}

/** The form in which the database knows a token: SHA-256, in hex. The token is random: no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
