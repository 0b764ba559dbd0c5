import { env } from '@/lib/config/env'

/** The origin that people open the application at. */
function ownOrigin(): string {
  return new URL(env().NEXTAUTH_URL).origin
}

/** True when a request's `Origin` header is our own. A request without one is refused. */
export function isOwnOrigin(header: string | null): boolean {
  return header === ownOrigin()
}
