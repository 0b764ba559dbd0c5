import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { lastLines, runCommand } from '@/scripts/processes/run-command'
import { installedProgram } from '@/scripts/project'

/** Any of the named tests ends sooner; one that a change keeps from ending is stopped. */
const LIMIT_MS = 120_000

/** What tests said of a tree: the title of the first that failed, or null when all passed. */
export interface TestVerdict {
  readonly firstFailure: string | null
}

const report = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

/**
 * Runs test files in a tree; the first failure ends it.
 * @param bail false runs all of them, whatever fails
 * @throws when no test ran, or the tests were refused without one that failed
 */
export async function runTests(
  folder: string,
  tests: readonly string[],
  { bail = true, limitMs = LIMIT_MS } = {},
): Promise<TestVerdict> {
  const reportFile = path.join(folder, '.cache', 'mutant-report.json')
  mkdirSync(path.dirname(reportFile), { recursive: true })
  rmSync(reportFile, { force: true })
  const options = ['--maxWorkers=1', '--reporter=json', `--outputFile.json=${reportFile}`]
  const { code, timedOut, output } = await runCommand(
    process.execPath,
    [installedProgram('vitest'), 'run', ...options, ...(bail ? ['--bail=1'] : []), ...tests],
    { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, timeoutMs: limitMs },
  )
  if (timedOut) return { firstFailure: 'the tests do not end' }
  const { numPassedTests, testResults } = readReport(reportFile, output)
  const failed = testResults.find(({ status }) => status === 'failed')
  const test = failed?.assertionResults.find(({ status }) => status === 'failed')
  if (failed !== undefined) {
    return { firstFailure: test?.fullName ?? `${path.relative(folder, failed.name)} as a whole` }
  }
  if (code !== 0 || numPassedTests === 0) throw new Error(`no test ran:\n${lastLines(output)}`)
  return { firstFailure: null }
}

function readReport(reportFile: string, output: string): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  } catch (error) {
    throw new Error(`the tests left no report:\n${lastLines(output)}`, { cause: error })
  }
}
