import { LIMITS } from '@/lib/config/limits'
import { signInHref, type SignInReason } from '@/lib/domain/access/sign-in-reason'

/** Page shown after signing in when the visit began at the sign-in page. */
const HOME_PATH = '/transactions'

const CODE_PATH = '/sign-in/code'
const SET_UP_PATH = '/second-factor'

/** Paths of no page that a signed-in person is led back to. */
const NO_TARGET = /^\/($|\/|sign-in|second-factor$|welcome(\/|$)|api(\/|$))/

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
  const isPage = url.origin === HERE && !NO_TARGET.test(url.pathname)
  return isPage ? `${url.pathname}${url.search}${url.hash}` : HOME_PATH
}

/**
 * The page that asks for a code after the right password, of the app or one that stands in for it, and
 * leads on to the given path.
 */
export function codePath(from: unknown, by: 'app' | 'recovery' = 'app'): string {
  const query = new URLSearchParams()
  const path = safeReturnPath(from)
  if (path !== HOME_PATH) query.set('from', path)
  if (by === 'recovery') query.set('by', by)
  return query.size === 0 ? CODE_PATH : `${CODE_PATH}?${query.toString()}`
}

/** The page on which a second factor is set up that the person's role needs. */
export function setUpPath(from: unknown): string {
  const path = safeReturnPath(from)
  return path === HOME_PATH
    ? SET_UP_PATH
    : `${SET_UP_PATH}?${new URLSearchParams({ from: path }).toString()}`
}

/** The sign-in page, which leads back to the given path, and says why if there is a reason. */
export function signInPath(from: string | null, why: SignInReason | null = null): string {
  const path = safeReturnPath(from)
  return signInHref(path === HOME_PATH ? null : path, why)
}
