import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { database } from '@/db/client'
import { findLiveSession, type LiveSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import type { Actor } from '@/lib/domain/access/actor'
import { PATH_HEADER } from './request-headers'
import { setUpPath, signInPath } from './return-path'
import { sessionCookie } from './session-cookie'
import { openSessionToken } from './session-token'

/** The session id in this request's cookie, live or not; null without a genuine cookie. */
export async function readSessionId(): Promise<string | null> {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env()
  const token = (await cookies()).get(sessionCookie(NEXTAUTH_URL).name)?.value
  return token === undefined ? null : openSessionToken(token, NEXTAUTH_SECRET)
}

/** The session of this request, read from the database now; null when there is none. */
export async function readSession(): Promise<LiveSession | null> {
  const sessionId = await readSessionId()
  return sessionId === null ? null : findLiveSession(database(), sessionId)
}

const readSessionOnce = cache(readSession)

/** The signed-in person, read from the database once a render; null without a live session. */
export async function readActor(): Promise<Actor | null> {
  const session = await readSessionOnce()
  return session?.actor ?? null
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
