import { LIMITS } from '@/lib/config/limits'
import { signInHref, type SignInReason } from '@/lib/domain/access/sign-in-reason'

/** Page shown after signing in when the visit began at the sign-in page. */
const HOME_PATH = '/transactions'

/** Any origin: only used to see whether a path leaves it. */
const HERE = 'http://paydesk.invalid'

/**
 * A path of this site that is safe to redirect to, made from untrusted text. Anything else, such as
 * another site's address, an address without a scheme, or a page before signing in, becomes the home
 * path.
 */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LIMITS.access.returnPathLength) return HOME_PATH
  // Browsers read a backslash as a slash and skip control characters, so `/\host` leaves the site.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) || !URL.canParse(wanted, HERE)) return HOME_PATH
  const url = new URL(wanted, HERE)
  const isPage =
    url.origin === HERE && !/^\/($|\/|sign-in|welcome(\/|$)|api(\/|$))/.test(url.pathname)
  return isPage ? `${url.pathname}${url.search}${url.hash}` : HOME_PATH
}

/** The sign-in page, which leads back to the given path, and says why if there is a reason. */
export function signInPath(from: string | null, why: SignInReason | null = null): string {
  const path = safeReturnPath(from)
  return signInHref(path === HOME_PATH ? null : path, why)
}
