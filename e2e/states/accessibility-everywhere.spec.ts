import { ROLES, type Role } from '@/lib/domain/access/permission'
import { SignInPage } from '../pages/sign-in-page'
import { findViolations } from '../support/expect-accessible'
import { expect, test } from '../support/test'
import { currentWorld } from '../support/world'
import { prepareStates } from './prepare'
import { PAGE_STATES } from './page-states'
import { waitUntilRendered } from './steps'
import { VARIANTS } from './variants'

const LIMIT_MS = 10 * 60_000

/** The one pass of the usual tests; the others run with `npm run accessibility`. */
const USUAL = 'phone-light'

/** The states of a role, without those that would disturb other tests. */
function statesOf(role: Role | 'signed-out') {
  return PAGE_STATES.filter((state) => state.isAlone !== true && (state.role ?? 'admin') === role)
}

// A second try would find the payments in the states that the first one has brought them into.
test.describe.configure({ mode: 'serial', retries: 0 })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(LIMIT_MS)
  await prepareStates(browser, currentWorld()?.url ?? '')
})

for (const { name, options } of VARIANTS.filter(({ mainOnly }) => !mainOnly)) {
  const tag = name === USUAL ? [] : ['@long']
  test(
    `accessibility: no page, dialog or result has axe violations: ${name}`,
    { tag },
    async ({ browser }) => {
      test.setTimeout(LIMIT_MS)
      const broken: unknown[] = []
      for (const role of [...ROLES, 'signed-out'] as const) {
        const context = await browser.newContext(options)
        const page = await context.newPage()
        if (role !== 'signed-out') await new SignInPage(page).signInAs(role)
        for (const state of statesOf(role)) {
          await state.open(page)
          await waitUntilRendered(page)
          broken.push(...(await findViolations(page)).map((violation) => [state.name, violation]))
        }
        await context.close()
      }
      console.log(
        `${name}: ${String(broken.length)} violations on ${String(PAGE_STATES.length)} views`,
      )
      expect(broken).toEqual([])
    },
  )
}
