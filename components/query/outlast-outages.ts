import { isReachable } from './is-offline'
import { markUnattended } from './unattended'

const PAUSE_MS = 1_000

let isInstalled = false

/**
 * Lets the reading of a page outlast an outage: a request of the router that is lost is made again
 * once Paydesk answers. Otherwise Next has the browser load the page anew, which ends on the
 * browser's own error page, and what was typed is out of sight. Actions are never sent again.
 * What the page reads anew by itself is marked on its way, see `markUnattended`.
 */
export function outlastOutages(): void {
  if (isInstalled) return
  isInstalled = true
  const send = window.fetch.bind(window)
  window.fetch = async (input, given) => {
    const init = isPageRead(given) ? markUnattended(given) : given
    for (;;) {
      try {
        return await send(input, init)
      } catch (error) {
        if (!isPageRead(init) || init?.signal?.aborted === true) throw error
        await untilReachable()
      }
    }
  }
}

/** True for the router's request for a page that is to be shown. */
function isPageRead(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers)
  const isRead = (init?.method ?? 'GET') === 'GET' && headers.has('rsc')
  return isRead && !headers.has('next-router-prefetch')
}

async function untilReachable(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  while (!(await isReachable()))
}
