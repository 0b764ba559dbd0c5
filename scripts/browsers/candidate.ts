import { chromium } from '@playwright/test'
import { z } from 'zod'

const LAUNCH_LIMIT_MS = 30_000

const browserSchema = z.object({
  /** Playwright's own when left out. */
  executablePath: z.string().optional(),
  /** Variables that it needs besides those of this process. */
  env: z.record(z.string(), z.string()).optional(),
})

/** A browser that the tests can be run with. */
export type Browser = Readonly<z.infer<typeof browserSchema>>

/**
 * The browser that the test command has found; Playwright's own when it has not searched for one.
 */
export function browserFromEnvironment(): Browser {
  return browserSchema.parse(JSON.parse(process.env.PAYDESK_BROWSER ?? '{}'))
}

const QUIET_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
]

/** The options with which Playwright launches a browser: quiet, and able to run as root. */
export function launchOptions(browser: Browser) {
  return {
    args: process.getuid?.() === 0 ? [...QUIET_ARGS, '--no-sandbox'] : QUIET_ARGS,
    ...(browser.executablePath && { executablePath: browser.executablePath }),
    ...(browser.env && { env: { ...process.env, ...browser.env } as Record<string, string> }),
  }
}

/**
 * Proves that a browser works on this machine by opening a page in it.
 * @throws what it says when it does not
 */
export async function prove(browser: Browser): Promise<Browser> {
  const running = await chromium.launch({ ...launchOptions(browser), timeout: LAUNCH_LIMIT_MS })
  try {
    const page = await running.newPage()
    await page.setContent('<p>ready</p>', { timeout: LAUNCH_LIMIT_MS })
  } finally {
    await running.close()
  }
  return browser
}
