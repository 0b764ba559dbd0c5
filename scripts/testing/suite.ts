import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runVisible } from '../processes/run-visible'
import { inProject, installedProgram, projectFolder } from '../project'
import { type Counts, withExitCode, playwrightCounts, vitestCounts } from './counts'
import {
  playwrightFailures,
  playwrightSecondTries,
  vitestFailures,
  vitestSecondTries,
} from './failures'
import type { PartResult } from './results'
import { type FileTime, playwrightTimes, vitestTimes } from './slowest'

const NOTHING: SuiteReport = { counts: { passed: 0, failed: 0, skipped: 0 }, failures: [] }
const UNIT_LIMIT_MS = 15 * 60_000
const INTEGRATION_LIMIT_MS = 15 * 60_000
const BROWSER_LIMITS_MS = { usual: 30 * 60_000, long: 75 * 60_000 } as const

/** Runs one project of the Vitest configuration. */
export function runVitest(
  project: 'unit' | 'integration',
  extraArgs: readonly string[],
): Promise<PartResult> {
  const report = reportFile(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return runSuite({
    name: project === 'unit' ? 'Unit tests' : 'Integration tests',
    command: ['vitest', 'run', '--project', project, ...reporters, ...extraArgs],
    // A log file is easier to read, and to search, without the codes for colours.
    env: process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' },
    timeoutMs: project === 'unit' ? UNIT_LIMIT_MS : INTEGRATION_LIMIT_MS,
    report,
    read: (json) => ({
      counts: vitestCounts(json),
      failures: vitestFailures(json),
      secondTries: vitestSecondTries(json),
      times: vitestTimes(json),
    }),
  })
}

/** The projects of the Playwright configuration that run by one command. */
const PLAYWRIGHT_PROJECTS = { usual: ['states', 'journeys'], long: ['long'] } as const
export type PlaywrightTests = keyof typeof PLAYWRIGHT_PROJECTS

/** Runs tests of the Playwright configuration against the production build, which must be there. */
export function runPlaywright(
  tests: PlaywrightTests,
  env: Readonly<Record<string, string>>,
  extraArgs: readonly string[],
): Promise<PartResult> {
  const report = reportFile('e2e')
  const projects = PLAYWRIGHT_PROJECTS[tests].map((name) => `--project=${name}`)
  return runSuite({
    name: tests === 'usual' ? 'Browser tests' : 'Long browser tests',
    command: ['playwright', 'test', ...projects, '--reporter=list,json', ...extraArgs],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeoutMs: BROWSER_LIMITS_MS[tests],
    report,
    read: (json) => ({
      counts: playwrightCounts(json),
      failures: playwrightFailures(json),
      secondTries: playwrightSecondTries(json),
      times: playwrightTimes(json),
    }),
  })
}

interface Suite {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly report: string
  readonly read: (json: string) => SuiteReport
}

interface SuiteReport {
  readonly counts: Counts
  readonly failures: readonly string[]
  readonly secondTries?: readonly string[]
  readonly times?: readonly FileTime[]
}

async function runSuite(suite: Suite): Promise<PartResult> {
  const begun = Date.now()
  const [program, ...args] = suite.command
  console.log(`\n${suite.name}`)
  const code = await runVisible(process.execPath, [installedProgram(program), ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...suite.env },
    timeoutMs: suite.timeoutMs,
  })
  const { counts, failures, secondTries = [], times = [] } = readReport(suite)
  const durationMs = Date.now() - begun
  const { name } = suite
  return { name, ...withExitCode(counts, code), failures, secondTries, times, durationMs }
}

function readReport({ report, read, name }: Suite): SuiteReport {
  if (!existsSync(report)) return NOTHING
  try {
    return read(readFileSync(report, 'utf8'))
  } catch (error) {
    console.error(`The report of the ${name} cannot be read:`, error)
    return NOTHING
  } finally {
    rmSync(report, { force: true })
  }
}

/** Each run has its own report, so that two runs at once do not read each other's. */
function reportFile(name: string): string {
  mkdirSync(inProject('.cache'), { recursive: true })
  return inProject('.cache', `report-${name}-${process.pid}.json`)
}
