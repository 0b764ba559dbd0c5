import type { BrowserContext, Page, Route } from '@playwright/test'
import { world } from './journey'

/** True for the request of a server action. */
export function isAction(route: Route): boolean {
  return route.request().headers()['next-action'] !== undefined
}

/**
 * Cuts a page's connection at its next action: before it leaves (`request`), or after the server
 * has carried it out (`answer`). Everything after that fails too, until the returned function is
 * called; the browser itself believes to be online.
 */
export async function cutAtAction(page: Page, lost: 'request' | 'answer') {
  let isDown = false
  const handler = async (route: Route) => {
    if (!isDown && !isAction(route)) return route.continue()
    const isFirst = !isDown
    isDown = true
    if (isFirst && lost === 'answer') await route.fetch()
    return route.abort('connectionreset')
  }
  await page.route('**/*', handler)
  return async () => {
    isDown = false
    await page.unroute('**/*', handler)
  }
}

/** Loses what the page reads anew, until the returned function is called; all else gets through. */
export async function cutReads(page: Page): Promise<() => Promise<void>> {
  const isRead = (url: URL) => url.searchParams.has('_rsc') || url.pathname === '/api/health/live'
  await page.route(isRead, (route) => route.abort('connectionreset'))
  return () => page.unroute(isRead)
}

/** Ends the session of a browser from another one: its cookie stays, and is worth nothing. */
export async function revokeSession(context: BrowserContext): Promise<void> {
  const other = await context.browser()?.newContext({ baseURL: world().url })
  if (other === undefined) throw new Error('the context has no browser')
  await other.addCookies(await context.cookies())
  const page = await other.newPage()
  await page.goto('/overview')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await other.close()
}
