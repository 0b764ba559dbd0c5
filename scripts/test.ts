import { findBrowser } from './browser'
import type { Browser } from './browsers/candidate'
import { ensureBuilt } from './application/build'
import { requireNode } from './node-version'
import {
  exitAfterStopping,
  failAfterStopping,
  isStopping,
  stopOnSignals,
} from './processes/shutdown'
import { step } from './progress'
import { closingLine, total } from './testing/counts'
import { parseRequest, type TestRequest } from './testing/parts'
import {
  failureList,
  type PartResult,
  resultTable,
  secondTryList,
  singleResult,
  slowestList,
} from './testing/results'
import { runStaticChecks } from './testing/static-checks'
import { runFaultCampaign } from './testing/fault-campaign'
import { type PlaywrightTests, runPlaywright, runVitest } from './testing/suite'
import { ensureTestServer } from './testing/test-server'

const BROWSER_PARTS = [
  ['e2e', 'usual'],
  ['accessibility', 'long'],
] as const

async function main(): Promise<void> {
  requireNode()
  const request = parseRequest(process.argv.slice(2))
  stopOnSignals({ exitCode: 130, onSignal: () => console.log('\nStopping…') })
  const results = await runParts(request)
  if (isStopping()) return
  const counts = total(results)
  console.log(`\n${resultTable(results)}\n`)
  const slowest = slowestList(results)
  if (slowest !== '') console.log(`Slowest files:\n${slowest}\n`)
  const secondTries = secondTryList(results)
  if (secondTries !== '') console.log(`${secondTries}\n`)
  // Last, because the end of a long log is what is looked at.
  if (counts.failed > 0) console.log(`${failureList(results)}\n`)
  process.once('exit', () => console.log(closingLine(counts)))
  await exitAfterStopping(counts.failed > 0 ? 1 : 0)
}

/** Runs every requested part; one that fails does not keep the next from running. */
async function runParts({ parts, extraArgs }: TestRequest): Promise<PartResult[]> {
  const results: PartResult[] = []
  // Begun first, because a browser that must be fetched takes its time without taking ours.
  const needsBrowser = parts.includes('e2e') || parts.includes('accessibility')
  const browser = needsBrowser ? findBrowser() : undefined
  browser?.catch(() => undefined)

  if (parts.includes('static')) results.push(...(await runStaticChecks()))
  if (parts.includes('unit')) results.push(await runVitest('unit', extraArgs))
  if (parts.includes('integration')) {
    results.push(await orFailed('Integration tests', () => runIntegration(extraArgs)))
  }
  for (const [part, tests] of BROWSER_PARTS) {
    if (!browser || !parts.includes(part)) continue
    results.push(await orFailed('Browser tests', () => runE2e(tests, browser, extraArgs)))
  }
  if (parts.includes('faults')) {
    results.push(await orFailed('Fault campaign', () => runFaults(extraArgs)))
  }
  return results
}

async function runIntegration(extraArgs: readonly string[]): Promise<PartResult> {
  await step('Test database', ensureTestServer)
  return runVitest('integration', extraArgs)
}

async function runFaults(extraArgs: readonly string[]): Promise<PartResult> {
  await step('Test database', ensureTestServer)
  return runFaultCampaign(extraArgs)
}

async function runE2e(
  tests: PlaywrightTests,
  browser: Promise<Browser>,
  extraArgs: readonly string[],
): Promise<PartResult> {
  await Promise.all([ensureTestServer(), step('Production build', () => ensureBuilt())])
  return runPlaywright(tests, { PAYDESK_BROWSER: JSON.stringify(await browser) }, extraArgs)
}

/** A part that cannot even begin counts as one failed test, with its reason on the screen. */
async function orFailed(name: string, run: () => Promise<PartResult>): Promise<PartResult> {
  const begun = Date.now()
  try {
    return await run()
  } catch (error) {
    if (!isStopping()) console.error(error instanceof Error ? error.message : error)
    return singleResult(name, false, Date.now() - begun)
  }
}

main().catch(failAfterStopping)
