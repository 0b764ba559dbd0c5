import { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { authOptions } from '@/lib/access/auth-options'
import { csrfCookieName } from '@/lib/access/csrf-secret'
import { isOwnOrigin } from '@/lib/access/request-headers'
import { readBody, type BodyRead } from '@/lib/access/read-body'
import { foreignOrigin } from '@/lib/access/refusals'
import { LIMITS } from '@/lib/config/limits'
import { failure, type Result } from '@/lib/domain/operation/result'

interface Route {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>
}
type Handler = (request: NextRequest, route: Route) => Promise<Response>

const FORM = 'application/x-www-form-urlencoded'
const FIELDS = ['csrfToken', 'email', 'password', 'json']
const CALLBACK_COOKIES = ['next-auth.callback-url', '__Secure-next-auth.callback-url']

const BODY_STATUSES: Readonly<Record<Exclude<BodyRead, { ok: true }>['problem'], number>> = {
  too_slow: 408,
  too_large: 413,
}

const handle = (options: NextAuthOptions) => NextAuth(options) as Handler

/**
 * The two parts of next-auth with which a program signs in: the CSRF token, and the form that takes
 * it with e-mail address and password. People sign in by `submitSignIn`. All else is not there.
 */
export const GET: Handler = async (request, route) => {
  if ((await partOf(route)) !== 'csrf') return refused(404, failure('no_such_address'))
  if (!isCookieOurs(request)) return refused(400, failure('malformed_request'))
  return handle(authOptions(csrfCookieOf(request)))(withoutSearch(request), route)
}

export const POST: Handler = async (request, route) => {
  if ((await partOf(route)) !== 'callback/credentials')
    return refused(404, failure('no_such_address'))
  if (!isOwnOrigin(request.headers.get('origin'))) return refused(403, foreignOrigin())
  if (!isCookieOurs(request) || request.headers.get('content-type')?.split(';')[0] !== FORM) {
    return refused(400, failure('malformed_request'))
  }
  const { signInBodyBytes: bytes, bodyMs: timeoutMs } = LIMITS.edge
  const read = await readBody(request, { bytes, timeoutMs })
  if (!read.ok) return refused(BODY_STATUSES[read.problem], failure(`body_${read.problem}`))
  const options = authOptions(csrfCookieOf(request))
  return handle(options)(withoutSearch(request, knownFields(read.body)), route)
}

async function partOf({ params }: Route): Promise<string> {
  return (await params).nextauth.join('/')
}

function csrfCookieOf({ cookies }: NextRequest): string | undefined {
  return cookies.get(csrfCookieName())?.value
}

/** next-auth fails on a cookie of its own whose value was tampered with. */
function isCookieOurs({ cookies }: NextRequest): boolean {
  return CALLBACK_COOKIES.every((name) => {
    const value = cookies.get(name)?.value
    return value === undefined || (URL.canParse(value) && isOwnOrigin(new URL(value).origin))
  })
}

/** The same request without parameters that next-auth would take, such as `callbackUrl`. */
function withoutSearch({ url, method }: NextRequest, form?: URLSearchParams): NextRequest {
  const address = new URL(url)
  address.search = ''
  return new NextRequest(address, { method, ...(form && { body: form }) })
}

function knownFields(body: Buffer): URLSearchParams {
  const given = new URLSearchParams(body.toString())
  return new URLSearchParams(FIELDS.map((name) => [name, given.get(name) ?? '']))
}

function refused(status: number, result: Result<never>): Response {
  return Response.json(result, { status, headers: { 'cache-control': 'no-store' } })
}
