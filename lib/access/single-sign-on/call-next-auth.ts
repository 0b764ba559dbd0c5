import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { NextApiRequest, NextApiResponse } from 'next'
import { LIMITS } from '@/lib/config/limits'

/** The only provider that next-auth knows here; part of the address that it returns to. */
export const PROVIDER_ID = 'sso'

interface Call {
  readonly action: 'signin' | 'callback'
  /** Of the request to the provider, or of the return from it. */
  readonly query: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
}

/** What next-auth answers: where the browser is to go, and with which cookies. */
export interface NextAuthAnswer {
  readonly location: string
  readonly cookies: ReadonlyMap<string, string>
}

/**
 * Lets next-auth begin a sign-in or check the return from one, without a request of its own: our
 * routes decide what goes in, and which of its cookies go out. Null when it takes too long.
 */
export async function callNextAuth(
  options: NextAuthOptions & { readonly secret: string },
  { action, query, cookies }: Call,
): Promise<NextAuthAnswer | null> {
  // next-auth begins a sign-in only by a post with its token, which is made and spent here.
  const csrfToken = randomBytes(32).toString('hex')
  const csrfHash = createHash('sha256').update(`${csrfToken}${options.secret}`).digest('hex')
  const isStart = action === 'signin'
  const csrf = { [CSRF_COOKIE]: `${csrfToken}|${csrfHash}` }
  const request = {
    method: isStart ? 'POST' : 'GET',
    query: Object.assign({ nextauth: [action, PROVIDER_ID] }, query),
    body: isStart ? { csrfToken } : undefined,
    cookies: Object.assign({}, cookies, isStart ? csrf : {}),
    headers: {},
  }
  const headers = new Map<string, unknown>()
  const response = responseInto(headers)
  const named = Object.assign({}, options.cookies, {
    csrfToken: { name: CSRF_COOKIE, options: {} },
    callbackUrl: { name: 'callback-url', options: {} },
  })
  const answered = NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    Object.assign({}, options, { cookies: named }),
  ) as Promise<unknown>
  const isInTime = await Promise.race([
    answered.then(() => true),
    sleep(LIMITS.identityProvider.wholeMs, false, { ref: false }),
  ])
  if (!isInTime) return null
  const location = headers.get('location')
  if (typeof location !== 'string') throw new Error('next-auth answered without an address')
  return { location, cookies: cookiesIn(headers.get('set-cookie')) }
}

const CSRF_COOKIE = 'csrf-token'

/** As much of a response as next-auth writes to. */
function responseInto(headers: Map<string, unknown>) {
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value)
      return response
    },
    status: () => response,
    end: () => response,
    send: () => response,
    json: () => response,
  }
  return response
}

/** The values of the cookies that are set, without their options. */
function cookiesIn(header: unknown): ReadonlyMap<string, string> {
  const lines = Array.isArray(header) ? header.map(String) : []
  return new Map(
    lines.map((line) => {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    }),
  )
}
