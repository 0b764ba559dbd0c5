import { createHash } from 'node:crypto'
import { env } from '@/lib/config/env'
import { keysOf, type KeyRing } from '@/lib/config/key-ring'
import { hostCookie } from './session-cookie'

/** The name that next-auth gives its CSRF cookie. */
export function csrfCookieName(): string {
  return hostCookie(env().NEXTAUTH_URL, 'next-auth.csrf-token', 'lax').name
}

/**
 * The secret with which next-auth is to verify a CSRF cookie, `<token>|<SHA-256 of token and secret>`:
 * the one that made it, so that a sign-in that began under the previous secret goes on. The current
 * one where none did, and where there is no cookie.
 */
export function csrfSecret(cookie: string | undefined, secrets: KeyRing<string>): string {
  const [token = '', hash] = cookie?.split('|') ?? []
  const made = keysOf(secrets).find((secret) => hashOf(token + secret) === hash)
  return made ?? secrets.current
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
