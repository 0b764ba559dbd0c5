import type { Browser, BrowserContextOptions } from '@playwright/test'
import { ROLES } from '@/lib/domain/access/permission'
import { SignInPage } from '../pages/sign-in-page'
import { findViolations } from '../support/expect-accessible'
import { expect, test } from '../support/test'
import { currentWorld } from '../support/world'
import { prepareStates } from './prepare'
import type { PageState } from './page-state'
import { PAGE_STATES } from './page-states'
import { waitUntilRendered } from './steps'
import { VARIANTS } from './variants'

const LIMIT_MS = 10 * 60_000

/** The axe violations of views, with the names of these; each role has a browser of its own. */
async function violationsOf(
  browser: Browser,
  options: BrowserContextOptions,
  states: readonly PageState[],
): Promise<readonly unknown[]> {
  const broken: unknown[] = []
  for (const role of [...ROLES, 'signed-out'] as const) {
    const own = states.filter((state) => (state.role ?? 'admin') === role)
    if (own.length === 0) continue
    const context = await browser.newContext(options)
    const page = await context.newPage()
    if (role !== 'signed-out') await new SignInPage(page).signInAs(role)
    for (const state of own) {
      await state.open(page)
      await waitUntilRendered(page)
      broken.push(...(await findViolations(page)).map((violation) => [state.name, violation]))
    }
    await context.close()
  }
  return broken
}

test.describe('all views', { tag: '@long' }, () => {
  // A second try would find the payments in the states that the first one has brought them into.
  test.describe.configure({ mode: 'serial', retries: 0 })

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(LIMIT_MS)
    await prepareStates(browser, currentWorld()?.url ?? '')
  })

  for (const { name, options } of VARIANTS.filter(({ mainOnly }) => !mainOnly)) {
    test(`accessibility: no page, dialog or result has axe violations: ${name}`, async ({
      browser,
    }) => {
      test.setTimeout(LIMIT_MS)
      // The others would disturb tests that run beside these.
      const states = PAGE_STATES.filter(({ isAlone }) => isAlone !== true)
      const broken = await violationsOf(browser, options, states)
      console.log(`${name}: ${String(broken.length)} violations on ${String(states.length)} views`)
      expect(broken).toEqual([])
    })
  }
})
