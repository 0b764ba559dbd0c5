import { cookies } from 'next/headers'
import { database } from '@/db/client'
import { findLiveSession, revokeSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import { sessionSecrets } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { SETTING_COOKIES } from '@/lib/domain/access/person-settings'
import { readSessionId } from './read-session'
import { sessionCookie } from './session-cookie'
import { sealSessionToken } from './session-token'
import { rememberDevice } from './sign-in/known-device'

/**
 * Puts the new session into the cookie, ends the one that was there, and makes the browser known to
 * its person.
 */
export async function changeSession(sessionId: string): Promise<void> {
  const previous = await readSessionId()
  const { name, options } = sessionCookie(env().NEXTAUTH_URL)
  const token = await sealSessionToken(sessionId, sessionSecrets())
  const maxAge = LIMITS.access.sessionMaxAgeS
  ;(await cookies()).set(name, token, { ...options, maxAge })
  if (previous !== null) await revokeSession(database(), previous)
  await rememberDevice(sessionId)
  await rememberSettings(sessionId)
}

/** Has the browser remember the person's language and theme for its pages without a session. */
async function rememberSettings(sessionId: string): Promise<void> {
  const session = await findLiveSession(database(), sessionId)
  const jar = await cookies()
  for (const name of ['language', 'theme'] as const) {
    const value = session?.settings[name] ?? null
    const options = { path: '/', sameSite: 'lax', maxAge: LIMITS.access.settingCookieS } as const
    if (value !== null) jar.set(SETTING_COOKIES[name], value, options)
  }
}
