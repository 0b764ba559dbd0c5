import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '@/scripts/browser'
import { launchOptions } from '@/scripts/browsers/candidate'
import { ensureBuilt } from '@/scripts/build'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { inProject } from '@/scripts/project'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { SignInPage } from '../pages/sign-in-page'
import { currentWorld, startWorld } from '../support/world'
import { prepareStates } from '../scenes/prepare'
import { SCENES, type Scene } from '../scenes/scenes'
import { untilDrawn } from '../scenes/steps'
import { VARIANTS, type Variant } from '../scenes/variants'

/** Takes pictures of all pages and states into docs/screenshots/all. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { variant: { type: 'string' }, scene: { type: 'string' } },
  })
  stopOnSignals({ exitCode: 130 })
  await Promise.all([ensureTestServer(), step('Production build', () => ensureBuilt())])
  stopBeforeExit(await step('Application', startWorld))
  const baseURL = currentWorld()?.url
  if (baseURL === undefined) throw new Error('the application has no address')
  const browser = await chromium.launch(launchOptions(await findBrowser()))
  stopBeforeExit(() => browser.close())
  await step('States', () => prepareStates(browser, baseURL))
  for (const variant of VARIANTS.filter(({ name }) => name === (values.variant ?? name))) {
    const scenes = SCENES.filter(({ name, isMain }) =>
      values.scene === undefined ? isMain === true || !variant.mainOnly : name === values.scene,
    )
    await step(`${variant.name}: ${String(scenes.length)} pictures`, () =>
      takePictures(browser, baseURL, variant, scenes),
    )
  }
  await exitAfterStopping(0)
}

async function takePictures(
  browser: Browser,
  baseURL: string,
  { name, options }: Variant,
  scenes: readonly Scene[],
): Promise<void> {
  const folder = inProject('docs', 'screenshots', 'all', name)
  mkdirSync(folder, { recursive: true })
  const signedIn = await browser.newContext({ baseURL })
  await new SignInPage(await signedIn.newPage()).signInAs('admin')
  const storageState = await signedIn.storageState()
  await signedIn.close()
  for (const scene of scenes) {
    const context = await browser.newContext({
      ...{ ...options, baseURL, reducedMotion: 'reduce' as const },
      ...(scene.isSignedOut !== true && { storageState }),
    })
    try {
      const page = await context.newPage()
      await scene.open(page)
      await untilDrawn(page)
      const path = `${folder}/${scene.name}.png`
      await page.screenshot({ path, animations: 'disabled' })
    } finally {
      await context.close()
    }
  }
}

main().catch(failAfterStopping)
