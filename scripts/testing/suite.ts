import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runVisible } from '../processes/run-visible'
import { inProject, installedProgram, projectFolder } from '../project'
import { type Counts, withExitCode, playwrightCounts, vitestCounts } from './counts'
import type { PartResult } from './results'

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }
const UNIT_LIMIT_MS = 5 * 60_000
const INTEGRATION_LIMIT_MS = 15 * 60_000
const E2E_LIMIT_MS = 30 * 60_000

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
    read: vitestCounts,
  })
}

/** Runs one project of the Playwright configuration against the production build, which must be there. */
export function runPlaywright(
  project: 'usual' | 'long',
  env: Readonly<Record<string, string>>,
  extraArgs: readonly string[],
): Promise<PartResult> {
  const report = reportFile('e2e')
  return runSuite({
    name: project === 'usual' ? 'Browser tests' : 'Accessibility of all states',
    command: ['playwright', 'test', `--project=${project}`, '--reporter=list,json', ...extraArgs],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeoutMs: E2E_LIMIT_MS,
    report,
    read: playwrightCounts,
  })
}

interface Suite {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly report: string
  readonly read: (json: string) => Counts
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
  const counts = withExitCode(readReport(suite), code)
  return { name: suite.name, ...counts, durationMs: Date.now() - begun }
}

function readReport({ report, read, name }: Suite): Counts {
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
