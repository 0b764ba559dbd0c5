import { LIMITS } from '@/lib/config/limits'

/** Page shown after signing in when the visit began at the sign-in page. */
const HOME_PATH = '/transactions'

/** Any origin: only used to see whether a path leaves it. */
const HERE = 'http://paydesk.invalid'

/**
 * A path of this site that is safe to redirect to, made from untrusted text. Anything else, such as
 * another site's address, an address without a scheme, or the sign-in page, becomes the home path.
 */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LIMITS.access.returnPathLength) return HOME_PATH
  // Browsers read a backslash as a slash and skip control characters, so `/\host` leaves the site.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || !URL.canParse(wanted, HERE)) return HOME_PATH
  const url = new URL(wanted, HERE)
  const isPage = url.origin === HERE && !/^\/($|\/|sign-in|api(\/|$))/.test(url.pathname)
  return isPage ? `${url.pathname}${url.search}${url.hash}` : HOME_PATH
}

/** The sign-in page, which leads back to the given path. */
export function signInPath(from: string | null): string {
  const path = safeReturnPath(from)
  return path === HOME_PATH ? '/sign-in' : `/sign-in?from=${encodeURIComponent(path)}`
}
