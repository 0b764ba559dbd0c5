import { NextResponse, type NextRequest } from 'next/server'
import { PATH_HEADER } from './path-header'
import { isOwnOrigin } from './origin'
import { foreignOrigin } from './refusals'
import { signInPath } from './return-path'
import { SESSION_COOKIE_NAMES } from './session-cookie'

const ACTION_HEADER = 'next-action'

/**
 * Spares visitors without a session cookie a page that would send them to sign in anyway. It
 * authorises nothing: pages, actions and reads check origin and session themselves. An action from
 * another site is answered here in words, because Next itself would only answer with an error.
 */
export function routeVisit(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const path = `${pathname}${search}`
  if (request.headers.has(ACTION_HEADER) && !isOwnOrigin(request.headers.get('origin'))) {
    return NextResponse.json(foreignOrigin(), { status: 403 })
  }
  const isVisit = request.method === 'GET' && pathname !== '/sign-in'
  if (isVisit && !SESSION_COOKIE_NAMES.some((name) => request.cookies.has(name))) {
    return NextResponse.redirect(new URL(signInPath(path), request.url))
  }
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, path)
  return NextResponse.next({ request: { headers } })
}
