import { cookies } from 'next/headers'
import { database } from '@/db/client'
import { insertKnownDevice } from '@/db/queries/access/known-devices'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { deviceCookie, hashDeviceToken, newDeviceToken, parseDeviceToken } from './device-token'

/** The token of this request's browser; null when it has none, or one that is not ours. */
export async function readDeviceToken(): Promise<string | null> {
  const { name } = deviceCookie(env().NEXTAUTH_URL)
  return parseDeviceToken((await cookies()).get(name)?.value)
}

/**
 * Makes this request's browser known to the person whose session was opened in it. Its token stays,
 * so that a browser in which several people sign in is known to each of them.
 */
export async function rememberDevice(sessionId: string): Promise<void> {
  const token = (await readDeviceToken()) ?? newDeviceToken()
  const { deviceKnownS: knownForS, devicesKept: most } = LIMITS.access
  const tokenHash = hashDeviceToken(token)
  await insertKnownDevice(database(), { sessionId, tokenHash, knownForS, most })
  const { name, options } = deviceCookie(env().NEXTAUTH_URL)
  ;(await cookies()).set(name, token, { ...options, maxAge: knownForS })
}
