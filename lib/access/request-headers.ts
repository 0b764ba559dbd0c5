import { env } from '@/lib/config/env'

/**
 * Request header in which `lib/edge` gives pages their own path; a browser's own is overwritten.
 */
export const PATH_HEADER = 'x-paydesk-path'

/** The origin that people open the application at. */
function ownOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin
}

/** True when a request's `Origin` header is our own. A request without one is refused. */
export function isOwnOrigin(header: string | null): boolean {
  return header === ownOrigin()
}
