import { env } from '@/lib/config/env'

/**
 * Request header in which `lib/edge` gives pages their own path; a browser's own is overwritten.
 */
export const PATH_HEADER = 'x-paydesk-path'

/**
 * Request header in which `lib/edge` says `1` of what a person asked for: a page or an action, and
 * neither what a page reads by itself nor what a browser reads ahead.
 */
export const USE_HEADER = 'x-paydesk-use'

/**
 * Request header in which `lib/edge` gives the network address that the request is counted under; a
 * client's own is overwritten.
 */
export const ADDRESS_HEADER = 'x-paydesk-address'

/** The origin that people open the application at. */
function ownOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin
}

/** True when a request's `Origin` header is our own. A request without one is refused. */
export function isOwnOrigin(header: string | null): boolean {
  return header === ownOrigin()
}
