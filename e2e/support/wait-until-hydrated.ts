import type { Page } from '@playwright/test'

/** Waits until the page's scripts have taken it over: before that nobody listens to its keys. */
export async function waitUntilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const heading = document.querySelector('main h1')
    return heading !== null && Object.keys(heading).some((key) => key.startsWith('__reactFiber$'))
  })
}
