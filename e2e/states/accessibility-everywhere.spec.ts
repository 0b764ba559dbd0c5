import { expect, test } from '@playwright/test'
import { ROLES, type Role } from '@/lib/domain/access/permission'
import { SignInPage } from '../pages/sign-in-page'
import { findViolations } from '../support/expect-accessible'
import { currentWorld } from '../support/world'
import { prepareStates } from './prepare'
import { PAGE_STATES } from './page-states'
import { waitUntilRendered } from './steps'
import { VARIANTS } from './variants'

const LIMIT_MS = 10 * 60_000

/** What a role sees, without what would disturb the stories beside this one. */
function statesOf(role: Role | 'nobody') {
  return PAGE_STATES.filter((state) => state.isAlone !== true && (state.role ?? 'admin') === role)
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(LIMIT_MS)
  await prepareStates(browser, currentWorld()?.url ?? '')
})

for (const { name, options } of VARIANTS.filter(({ mainOnly }) => !mainOnly)) {
  test(`no page, dialog or result breaks a rule: ${name}`, async ({ browser }) => {
    test.setTimeout(LIMIT_MS)
    const broken: unknown[] = []
    for (const role of [...ROLES, 'nobody'] as const) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      if (role !== 'nobody') await new SignInPage(page).signInAs(role)
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
  })
}
