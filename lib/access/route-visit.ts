import { NextResponse, type NextRequest } from 'next/server'
import { PATH_HEADER } from './path-header'
import { signInPath } from './return-path'
import { SESSION_COOKIE_NAMES } from './session-cookie'

/**
 * Spares visitors without a session cookie a page that would send them to sign in anyway. It
 * authorises nothing: pages, actions and reads check the session themselves.
 */
export function routeVisit(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const path = `${pathname}${search}`
  const isVisit = request.method === 'GET' && pathname !== '/sign-in'
  if (isVisit && !SESSION_COOKIE_NAMES.some((name) => request.cookies.has(name))) {
    return NextResponse.redirect(new URL(signInPath(path), request.url))
  }
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, path)
  return NextResponse.next({ request: { headers } })
}
