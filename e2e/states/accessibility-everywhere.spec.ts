import { ROLES, type Role } from '@/lib/domain/access/permission'
import { SignInPage } from '../pages/sign-in-page'
import { findViolations } from '../support/expect-accessible'
import { expect, test } from '../support/test'
import { currentWorld } from '../support/world'
import { prepareStates } from './prepare'
import { SCENES } from './states'
import { untilDrawn } from './steps'
import { VARIANTS } from './variants'

const LIMIT_MS = 10 * 60_000

/** The one pass of the usual tests; the others run with `npm run accessibility`. */
const USUAL = 'phone-light'

/** What a role sees, without what would disturb the stories beside this one. */
function scenesOf(role: Role | 'nobody') {
  return SCENES.filter((scene) => scene.isAlone !== true && (scene.role ?? 'admin') === role)
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(LIMIT_MS)
  await prepareStates(browser, currentWorld()?.url ?? '')
})

for (const { name, options } of VARIANTS.filter(({ mainOnly }) => !mainOnly)) {
  const tag = name === USUAL ? [] : ['@long']
  test(`no page, dialog or result breaks a rule: ${name}`, { tag }, async ({ browser }) => {
    test.setTimeout(LIMIT_MS)
    const broken: unknown[] = []
    for (const role of [...ROLES, 'nobody'] as const) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      if (role !== 'nobody') await new SignInPage(page).signInAs(role)
      for (const scene of scenesOf(role)) {
        await scene.open(page)
        await untilDrawn(page)
        broken.push(...(await findViolations(page)).map((violation) => [scene.name, violation]))
      }
      await context.close()
    }
    console.log(`${name}: ${String(broken.length)} violations on ${String(SCENES.length)} views`)
    expect(broken).toEqual([])
  })
}
