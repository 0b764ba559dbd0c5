import { createHash, randomBytes } from 'node:crypto'
import { sessionCookie } from './session-cookie'

const NAME = 'paydesk-device'

/**
 * The cookie by which a browser is known again, with the options of the session's. It lets no one
 * in: its holder's tries are only counted apart from those of others.
 */
export function deviceCookie(applicationUrl: string) {
  const { options } = sessionCookie(applicationUrl)
  return { name: options.secure ? `__Host-${NAME}` : NAME, options }
}

/** A new token that cannot be guessed. */
export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The token in a cookie's value; null when it is not of our making. */
export function parseDeviceToken(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}

/** The form in which the database knows a token: SHA-256, in hex. The token is random: no salt. */
export function hashDeviceToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
