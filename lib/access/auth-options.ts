import { randomUUID } from 'node:crypto'
import type { NextAuthOptions, User } from 'next-auth'
import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { database } from '@/db/client'
import { findLiveSession, revokeSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import { sessionSecrets, type KeyRing } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { nextAuthLog } from '@/lib/observability/log'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { requestIdHere } from '@/lib/observability/request-context'
import { UNKNOWN_ADDRESS } from './client-address'
import { csrfSecret } from './csrf-secret'
import { ADDRESS_HEADER } from './request-headers'
import { parseToken } from './secret-token'
import { sessionCookie } from './session-cookie'
import { openSessionToken, sessionClaims, sessionIdOf } from './session-token'
import { deviceCookie, rememberDevice } from './sign-in/known-device'
import { signIn } from './sign-in/sign-in'

const credentials = z.object({ email: z.string(), password: z.string() })

const headers = z.object({
  [ADDRESS_HEADER]: z.string().optional(),
  'user-agent': z.string().optional(),
  cookie: z.string().optional(),
})

/**
 * The next-auth options: e-mail and password, an encrypted cookie that holds only a session's id,
 * and a session row that is read at every request and decides if the session still counts. Built at
 * each call, so that the environment is first read when a request comes.
 * @param csrfCookie of the request; it counts with whichever secret made it
 */
export function authOptions(csrfCookie?: string): NextAuthOptions {
  const secrets = sessionSecrets()
  const cookie = sessionCookie(env().NEXTAUTH_URL)
  return {
    secret: csrfSecret(csrfCookie, secrets),
    session: { strategy: 'jwt', maxAge: LIMITS.access.sessionMaxAgeS },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: nextAuthLog,
    providers: [
      {
        id: 'credentials',
        name: 'E-mail and password',
        type: 'credentials',
        credentials: { email: {}, password: {} },
        authorize: (given, request) => authorize(given, request.headers, secrets),
      },
    ],
    jwt: {
      encode: (params) => encode(Object.assign({}, params, { secret: secrets.current })),
      async decode({ token = '' }) {
        const sessionId = openSessionToken(token, secrets)
        const isLive = sessionId !== null && (await findLiveSession(database(), sessionId)) !== null
        return isLive ? sessionClaims(sessionId) : null
      },
    },
    callbacks: {
      // Programs follow no redirect, and the requested target may be no address at all.
      redirect: ({ baseUrl }) => baseUrl,
      jwt: ({ token, user }: { token: object; user: User | undefined }) =>
        user === undefined ? { ...token } : sessionClaims(user.id),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }: { token: unknown }) {
        const sessionId = sessionIdOf(token)
        if (sessionId === null || !(await revokeSession(database(), sessionId))) return
        const request = { network: UNKNOWN_ADDRESS, requestId: requestIdHere() }
        logSecurityEvent(
          Object.assign({ event: 'sign_out', outcome: 'done', sessionId } as const, request),
        )
      },
    },
  }
}

/**
 * Opens a session; next-auth gets its id as the "user". A refusal's code comes back as `?error=`, and
 * so does `second_factor_asked` for a person whom a password alone does not let in: our own page asks
 * for the code.
 */
async function authorize(
  given: unknown,
  rawHeaders: unknown,
  secrets: KeyRing<string>,
): Promise<User> {
  const { NEXTAUTH_URL: url } = env()
  const { email, password } = credentials.catch({ email: '', password: '' }).parse(given)
  const header = headers.catch({}).parse(rawHeaders)
  const request = {
    email,
    password,
    address: header[ADDRESS_HEADER] ?? UNKNOWN_ADDRESS,
    deviceToken: parseToken(cookieOf(header.cookie, deviceCookie(url).name)),
    userAgent: header['user-agent'] ?? null,
    sessionId: randomUUID(),
    requestId: requestIdHere(),
  }
  const result = await signIn({ database: database(), secret: secrets.current }, request)
  if (!result.ok) throw new Error(result.error.code)
  if (result.value.step === 'code') throw new Error('second_factor_asked')
  await endEarlierSession(cookieOf(header.cookie, sessionCookie(url).name), secrets)
  await rememberDevice(result.value.sessionId)
  return { id: result.value.sessionId }
}

/** A sign-in ends the session that the browser had before, also by this way in. */
async function endEarlierSession(
  token: string | undefined,
  secrets: KeyRing<string>,
): Promise<void> {
  const previous = token === undefined ? null : openSessionToken(token, secrets)
  if (previous !== null) await revokeSession(database(), previous)
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split('; ') ?? []
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
