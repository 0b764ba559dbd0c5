import { cookies } from 'next/headers'
import { database } from '@/db/client'
import { insertKnownDevice } from '@/db/queries/access/known-devices'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { hashToken, newToken, parseToken } from '../secret-token'
import { hostCookie } from '../session-cookie'

/**
 * The cookie by which a browser is known again. It lets no one in: its holder's tries are only
 * counted apart from those of others.
 */
export function deviceCookie(applicationUrl: string) {
  return hostCookie(applicationUrl, 'paydesk-device', 'lax')
}

/** The token of this request's browser; null when it has none, or one that is not ours. */
export async function readDeviceToken(): Promise<string | null> {
  const { name } = deviceCookie(env().NEXTAUTH_URL)
  return parseToken((await cookies()).get(name)?.value)
}

/**
 * Makes this request's browser known to the person whose session was opened in it. Its token stays,
 * so that a browser in which several people sign in is known to each of them.
 */
export async function rememberDevice(sessionId: string): Promise<void> {
  const token = (await readDeviceToken()) ?? newToken()
  const { deviceKnownS: knownForS, devicesKept: most } = LIMITS.access
  const tokenHash = hashToken(token)
  await insertKnownDevice(database(), { sessionId, tokenHash, knownForS, most })
  const { name, options } = deviceCookie(env().NEXTAUTH_URL)
  ;(await cookies()).set(name, token, { ...options, maxAge: knownForS })
}
