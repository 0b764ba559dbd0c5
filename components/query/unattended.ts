import { UNATTENDED_HEADER } from '@/lib/domain/access/unattended'

let isNextUnattended = false

/** The part of Next's router that reads the page anew. */
interface Router {
  readonly refresh: () => void
}

/**
 * Reads the page anew without a person's doing: the router's next request for a page does not
 * prolong the session.
 */
export function refreshUnattended(router: Router): void {
  isNextUnattended = true
  router.refresh()
}

/** The options of a request for a page, marked if it is the one that no person asked for. */
export function markUnattended(init: RequestInit | undefined): RequestInit | undefined {
  if (!isNextUnattended) return init
  isNextUnattended = false
  const headers = new Headers(init?.headers)
  headers.set(UNATTENDED_HEADER, '1')
  return Object.assign({}, init, { headers })
}
