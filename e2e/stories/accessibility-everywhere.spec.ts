import { expect, test } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { prepareStates } from '../scenes/prepare'
import { SCENES } from '../scenes/scenes'
import { untilDrawn } from '../scenes/steps'
import { VARIANTS } from '../scenes/variants'
import { findViolations } from '../support/expect-accessible'
import { currentWorld } from '../support/world'

const LIMIT_MS = 10 * 60_000

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(LIMIT_MS)
  await prepareStates(browser, currentWorld()?.url ?? '')
})

for (const { name, options } of VARIANTS.filter(({ mainOnly }) => !mainOnly)) {
  test(`no page, dialog or result breaks a rule: ${name}`, async ({ browser }) => {
    test.setTimeout(LIMIT_MS)
    const signedOut = await browser.newContext(options)
    const page = await signedOut.newPage()
    const broken: unknown[] = []
    const look = async (scenes: typeof SCENES) => {
      for (const scene of scenes) {
        await scene.open(page)
        await untilDrawn(page)
        broken.push(...(await findViolations(page)).map((violation) => [scene.name, violation]))
      }
    }
    await look(SCENES.filter(({ isSignedOut }) => isSignedOut))
    await new SignInPage(page).signInAs('admin')
    await look(SCENES.filter(({ isSignedOut }) => !isSignedOut))
    await signedOut.close()
    console.log(`${name}: ${String(broken.length)} violations on ${String(SCENES.length)} views`)
    expect(broken).toEqual([])
  })
}
