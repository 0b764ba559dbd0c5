import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { database } from '@/db/client'
import { findLiveSession, hasEndedIdle, type LiveSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { PATH_HEADER, USE_HEADER } from './request-headers'
import { signInPath } from './return-path'
import { sessionCookie } from './session-cookie'
import { openSessionToken } from './session-token'

/** The session id in this request's cookie, live or not; null without a genuine cookie. */
export async function readSessionId(): Promise<string | null> {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env()
  const token = (await cookies()).get(sessionCookie(NEXTAUTH_URL).name)?.value
  return token === undefined ? null : openSessionToken(token, NEXTAUTH_SECRET)
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

/** The signed-in person, read from the database once a render; null without a live session. */
export const readActor = cache(async (): Promise<Actor | null> => {
  const session = await readSession()
  return session?.actor ?? null
})

/**
 * The signed-in person, for pages. Without a session it redirects to the sign-in page, which leads
 * back, and says so when there was one that has ended.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await readActor()
  if (actor !== null) return actor
  const why = (await readSessionId()) === null ? null : 'ended'
  return redirect(signInPath((await headers()).get(PATH_HEADER), why))
}
