import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '@/lib/domain/access/permission'
import { findBrowser } from '@/scripts/browser'
import { launchOptions } from '@/scripts/browsers/candidate'
import { ensureBuilt } from '@/scripts/application/build'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { inProject } from '@/scripts/project'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { prepareStates } from '../states/prepare'
import type { PageState } from '../states/page-state'
import { PAGE_STATES } from '../states/page-states'
import { waitUntilRendered } from '../states/steps'
import { VARIANTS, type Variant } from '../states/variants'
import { personAs } from '../support/in-review'
import { currentWorld, startWorld } from '../support/world'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Takes screenshots of all pages and states into docs/screenshots/all. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { variant: { type: 'string' }, state: { type: 'string' } },
  })
  stopOnSignals({ exitCode: 130 })
  await Promise.all([ensureTestServer(), step('Production build', () => ensureBuilt())])
  stopBeforeExit(await step('Application', () => startWorld('shown')))
  const baseURL = currentWorld()?.url
  if (baseURL === undefined) throw new Error('the application has no address')
  const browser = await chromium.launch(launchOptions(await findBrowser()))
  stopBeforeExit(() => browser.close())
  await step('States', () => prepareStates(browser, baseURL))
  const missed: string[] = []
  for (const variant of VARIANTS.filter(({ name }) => name === (values.variant ?? name))) {
    const states = PAGE_STATES.filter(({ name, isMain }) =>
      values.state === undefined ? isMain === true || !variant.mainOnly : name === values.state,
    )
    const label = `${variant.name}: ${String(states.length)} pictures`
    missed.push(...(await step(label, () => takePictures(browser, baseURL, variant, states))))
  }
  for (const one of missed) console.error(`Not taken: ${one}`)
  await exitAfterStopping(missed.length === 0 ? 0 : 1)
}

/** Takes the screenshots of one variant; returns those that failed, with the reason. */
async function takePictures(
  browser: Browser,
  baseURL: string,
  { name, options }: Variant,
  states: readonly PageState[],
): Promise<readonly string[]> {
  const folder = inProject('docs', 'screenshots', 'all', name)
  mkdirSync(folder, { recursive: true })
  const missed: string[] = []
  const sessions = new Map<Role, StorageState>()
  const sessionOf = async (role: Role) => {
    const session = sessions.get(role) ?? (await signIn(browser, baseURL, role))
    sessions.set(role, session)
    return session
  }
  for (const state of states) {
    const { role = 'admin' } = state
    const context = await browser.newContext({
      ...options,
      baseURL,
      reducedMotion: 'reduce' as const,
      ...(role !== 'signed-out' && { storageState: await sessionOf(role) }),
    })
    try {
      await takePicture(await context.newPage(), state, `${folder}/${state.name}.png`)
    } catch (error) {
      missed.push(`${name}/${state.name}: ${String(error)}`)
    } finally {
      await context.close()
    }
  }
  return missed
}

async function takePicture(page: Page, state: PageState, path: string): Promise<void> {
  await state.open(page)
  if (state.isLoading !== true) await waitUntilRendered(page)
  await page.screenshot({ path, animations: 'disabled' })
}

async function signIn(browser: Browser, baseURL: string, role: Role): Promise<StorageState> {
  const page = await personAs(browser, role, baseURL)
  const session = await page.context().storageState()
  await page.context().close()
  return session
}

main().catch(failAfterStopping)
