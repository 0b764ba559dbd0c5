import type { Page } from '@playwright/test'
import type { FirstLoad } from '@/e2e/support/first-load'

export interface Visit extends FirstLoad {
  readonly requests: number
  /** Largest contentful paint, in milliseconds from the navigation. */
  readonly lcpMs: number
  /** First key press that the page's script handled, in milliseconds from the navigation. */
  readonly interactiveMs: number
}

const INTERACTIVE_LIMIT_MS = 30_000

/** Opens an address and measures from the start of the navigation, with the browser's clock. */
export async function measureVisit(
  page: Page,
  address: string,
): Promise<Omit<Visit, keyof FirstLoad>> {
  let requests = 0
  page.on('request', () => (requests += 1))
  await page.addInitScript(watchForResponse)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForFunction(() => document.documentElement.dataset['answeredMs'] !== undefined, {
    timeout: INTERACTIVE_LIMIT_MS,
  })
  await page.waitForLoadState('networkidle')
  const { interactiveMs, lcpMs } = await page.evaluate(
    () =>
      new Promise<{ interactiveMs: number; lcpMs: number }>((resolve) => {
        new PerformanceObserver((list) => {
          resolve({
            interactiveMs: Number(document.documentElement.dataset['answeredMs']),
            lcpMs: list.getEntries().at(-1)?.startTime ?? 0,
          })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  return { requests, interactiveMs, lcpMs }
}

/**
 * Presses a key that only the page's own script handles, until it does. Runs in the browser, before
 * the page.
 */
function watchForResponse(): void {
  const timer = setInterval(() => {
    const press = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true })
    if (document.querySelector('body')?.dispatchEvent(press) !== false) return
    document.documentElement.dataset['answeredMs'] = String(performance.now())
    clearInterval(timer)
  }, 5)
}
