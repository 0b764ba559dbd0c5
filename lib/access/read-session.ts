import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { database } from '@/db/client'
import { findLiveSession, hasEndedIdle, type LiveSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import { sessionSecrets } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import {
  NO_SETTINGS,
  parseTheme,
  SETTING_COOKIES,
  type PersonSettings,
  type Theme,
} from '@/lib/domain/access/person-settings'
import { PATH_HEADER, USE_HEADER } from './request-headers'
import { setUpPath, signInPath } from './return-path'
import { sessionCookie } from './session-cookie'
import { openSessionToken } from './session-token'

/** The session id in this request's cookie, live or not; null without a genuine cookie. */
export async function readSessionId(): Promise<string | null> {
  const jar = await cookies()
  const token = jar.get(sessionCookie(env().NEXTAUTH_URL).name)?.value
  return token === undefined ? null : openSessionToken(token, sessionSecrets())
}

/**
 * The session of this request, read from the database now; null when there is none. A request that a
 * person made prolongs it.
 * @param isUse whether a person made it; when left out, as the guard in `lib/edge` saw it
 */
export async function readSession(isUse?: boolean): Promise<LiveSession | null> {
  const sessionId = await readSessionId()
  if (sessionId === null) return null
  return findLiveSession(database(), sessionId, isUse ?? (await headers()).get(USE_HEADER) === '1')
}

/**
 * The minutes without use after which the session of this browser has ended; null when it is live,
 * has ended otherwise, or never was.
 */
export async function readIdleEnd(): Promise<number | null> {
  const sessionId = await readSessionId()
  const isIdle = sessionId !== null && (await hasEndedIdle(database(), sessionId))
  return isIdle ? LIMITS.access.sessionIdleS / 60 : null
}

/** The session, read from the database once a render. */
const readSessionOnce = cache(readSession)

/** The signed-in person, read from the database once a render; null without a live session. */
export async function readActor(): Promise<Actor | null> {
  const session = await readSessionOnce()
  return session?.actor ?? null
}

/**
 * The settings of the signed-in person, by the same read as `readActor`. None without a live
 * session, and none where the database does not respond: the pages that need no session still
 * come, and the others report it themselves.
 */
export async function readSettings(): Promise<PersonSettings> {
  if ((await readSessionId()) === null) return NO_SETTINGS
  try {
    const session = await readSessionOnce()
    return session?.settings ?? NO_SETTINGS
  } catch {
    return NO_SETTINGS
  }
}

/** The theme of the page: the person's, else the one that the browser remembers. */
export async function readTheme(): Promise<Theme> {
  const remembered = (await cookies()).get(SETTING_COOKIES.theme)?.value
  return (await readSettings()).theme ?? parseTheme(remembered)
}

/**
 * The signed-in person, for pages. Without a session it redirects to the sign-in page, which leads
 * back, and says so when there was one that has ended. A person whose role needs a second factor, and
 * who has none, is led to setting one up.
 */
export async function requireActor(): Promise<Actor> {
  const { actor, needsSecondFactor } = await requireSession()
  if (needsSecondFactor) redirect(setUpPath((await headers()).get(PATH_HEADER)))
  return actor
}

/**
 * The session, for the page on which a second factor is set up; every other one needs `requireActor`.
 */
export async function requireSession(): Promise<LiveSession> {
  const session = await readSessionOnce()
  if (session !== null) return session
  const why = (await readSessionId()) === null ? null : 'ended'
  return redirect(signInPath((await headers()).get(PATH_HEADER), why))
}
