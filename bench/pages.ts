import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { SignInPage } from '@/e2e/pages/sign-in-page'
import { TransactionsPage } from '@/e2e/pages/transactions-page'
import { firstLoad } from '@/e2e/support/first-load'
import { orderReferenceOf } from '@/e2e/support/journey-payments'
import { waitUntilHydrated } from '@/e2e/support/wait-until-hydrated'
import { currentWorld, startWorld } from '@/e2e/support/world'
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
import { ensureTestServer } from '@/scripts/testing/test-server'
import { measureVisit, type Visit } from './pages/measure-visit'
import { measureUpdate } from './pages/measure-update'
import { median, rounded, spread } from './support/statistics'

/**
 * Measures the list and a payment in the browser on this machine: JavaScript, requests, and the
 * times until they are rendered and interactive, each visit with an empty cache; and the time until
 * one user's note appears on another user's page. The last line is JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '7' },
      updates: { type: 'string', default: '40' },
    },
  })
  const runs = Number(values.runs)
  stopOnSignals({ exitCode: 130 })
  await Promise.all([ensureTestServer(), step('Production build', () => ensureBuilt())])
  stopBeforeExit(await step('Application', startWorld))
  const baseURL = currentWorld()?.url
  if (baseURL === undefined) throw new Error('the application has no address')
  const browser = await chromium.launch(launchOptions(await findBrowser()))
  stopBeforeExit(() => browser.close())

  const { state, addresses } = await signIn(browser, baseURL)
  const pages: Record<string, unknown> = {}
  for (const [name, address] of Object.entries(addresses)) {
    const visit = () => visitAfresh(browser, state, address)
    // The first visit after a start compiles and connects; it is not counted.
    await visit()
    const visits: Visit[] = []
    while (visits.length < runs) visits.push(await visit())
    pages[name] = summary(visits)
  }
  const updateMs = await measureUpdates(browser, state, addresses.payment, Number(values.updates))
  const conditions = { runs, cores: cpus().length, cpu: cpus()[0]?.model ?? '' }
  console.log(JSON.stringify({ pages: { conditions, ...pages, updateMs: updateMs } }))
  await exitAfterStopping(0)
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** Signs in once and finds the addresses of the pages. */
async function signIn(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await new SignInPage(page).signInAs('admin')
  await new TransactionsPage(page).open(orderReferenceOf('by-key'))
  const addresses = { list: `${baseURL}/transactions`, payment: page.url() }
  const state = await context.storageState()
  await context.close()
  return { state, addresses }
}

async function visitAfresh(browser: Browser, state: State, address: string): Promise<Visit> {
  const context = await browser.newContext({ storageState: state })
  try {
    const page = await context.newPage()
    const measured = await measureVisit(page, address)
    return { ...measured, ...(await firstLoad(page)) }
  } finally {
    await context.close()
  }
}

/** Spreads the clicks evenly over the second between two polls. */
async function measureUpdates(browser: Browser, state: State, address: string, times: number) {
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ storageState: state })))
  const [writer, reader] = await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage()
      await page.goto(address)
      await waitUntilHydrated(page)
      return page
    }),
  )
  if (writer === undefined || reader === undefined) throw new Error('two pages are needed')
  const waits: number[] = []
  for (let time = 0; time < times; time += 1) {
    waits.push(await measureUpdate(writer, reader, (1_000 * time) / times))
  }
  await Promise.all(contexts.map((context) => context.close()))
  return spread(waits, 0)
}

function summary(visits: readonly Visit[]) {
  const middle = (of: (visit: Visit) => number) => rounded(median(visits.map(of)), 0)
  return {
    jsRawKb: rounded(middle(({ rawBytes }) => rawBytes) / 1024),
    jsGzipKb: rounded(middle(({ gzipBytes }) => gzipBytes) / 1024),
    requests: middle(({ requests }) => requests),
    lcpMs: middle(({ lcpMs }) => lcpMs),
    interactiveMs: middle(({ interactiveMs }) => interactiveMs),
  }
}

main().catch(failAfterStopping)
