import { isReachable } from './is-offline'

const PAUSE_MS = 1_000

let isInstalled = false

/**
 * Lets the reading of a page outlast an outage: a request of the router that is lost is made again
 * once Paydesk answers. Otherwise Next has the browser load the page anew, which ends on the
 * browser's own error page, and what was typed is out of sight. Actions are never sent again.
 */
export function outlastOutages(): void {
  if (isInstalled) return
  isInstalled = true
  const send = window.fetch.bind(window)
  window.fetch = async (input, init) => {
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
