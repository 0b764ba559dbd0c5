import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { keysOf, type KeyRing } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'

const claims = z.object({ sid: z.uuid() })

/** The token's claims: only the session's id, which cannot go out of date. */
export function sessionClaims(sessionId: string): { sid: string } {
  return { sid: sessionId }
}

/** The session id among the claims of a token; null when there is none. */
export function sessionIdOf(token: unknown): string | null {
  const parsed = claims.safeParse(token)
  return parsed.success ? parsed.data.sid : null
}

/** The encrypted value of the session cookie, made with the current secret. */
export async function sealSessionToken(
  sessionId: string,
  { current: secret }: KeyRing<string>,
): Promise<string> {
  const token = sessionClaims(sessionId)
  return encode({ token, secret, maxAge: LIMITS.access.sessionMaxAgeS })
}

/**
 * The session id in a cookie value that one of the secrets made; null when it is forged, malformed or
 * too old.
 */
export async function openSessionToken(
  token: string,
  secrets: KeyRing<string>,
): Promise<string | null> {
  for (const secret of keysOf(secrets)) {
    const claimed = await decode({ token, secret }).catch(() => null)
    if (claimed !== null) return sessionIdOf(claimed)
  }
  return null
}
