import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
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

/** The encrypted value of the session cookie. */
export async function sealSessionToken(sessionId: string, secret: string): Promise<string> {
  const token = sessionClaims(sessionId)
  return encode({ token, secret, maxAge: LIMITS.access.sessionMaxAgeS })
}

/** The session id in a cookie value; null when it is forged, malformed or too old. */
export async function openSessionToken(token: string, secret: string): Promise<string | null> {
  try {
    return sessionIdOf(await decode({ token, secret }))
  } catch {
    return null
  }
}
