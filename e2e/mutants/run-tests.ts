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
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

interface RunOptions {
  /** The first failure ends the run. */
  readonly bail?: boolean
  /** True where the tree's migrations are changed: its databases are made from them, and no copies. */
  readonly migratesAnew?: boolean
  readonly limitMs?: number
}

/**
 * Runs test files in a tree. A run that is red without a failed test, such as one whose worker did
 * not start on a busy machine, is repeated once.
 * @throws when no test ran
 */
export async function runTests(
  folder: string,
  tests: readonly string[],
  options: RunOptions = {},
): Promise<TestVerdict> {
  return (
    (await runOnce(folder, tests, options)) ??
    (await runOnce(folder, tests, options)) ?? { firstFailure: 'an error outside of any test' }
  )
}

/** Null when the run was red without a failed test. */
async function runOnce(
  folder: string,
  tests: readonly string[],
  { bail = true, migratesAnew = false, limitMs = LIMIT_MS }: RunOptions,
): Promise<TestVerdict | null> {
  const reportFile = path.join(folder, '.cache', 'mutant-report.json')
  mkdirSync(path.dirname(reportFile), { recursive: true })
  rmSync(reportFile, { force: true })
  const options = ['--maxWorkers=1', '--reporter=json', `--outputFile.json=${reportFile}`]
  const { TEST_DATABASE_TEMPLATE: template = '', ...others } = process.env
  const environment = {
    ...others,
    NO_COLOR: '1',
    TEST_DATABASE_TEMPLATE: migratesAnew ? '' : template,
  }
  const { code, timedOut, output } = await runCommand(
    process.execPath,
    [
      installedProgram('vitest'),
      'run',
      '--retry=0',
      ...options,
      ...(bail ? ['--bail=1'] : []),
      ...tests,
    ],
    { cwd: folder, env: environment, timeoutMs: limitMs },
  )
  if (timedOut) return { firstFailure: 'the tests do not end' }
  const { numTotalTests, testResults } = readReport(reportFile, output)
  const failed = testResults.find(({ status }) => status === 'failed')
  const test = failed?.assertionResults.find(({ status }) => status === 'failed')
  if (failed !== undefined) {
    return { firstFailure: test?.fullName ?? `${path.relative(folder, failed.name)} as a whole` }
  }
  if (code !== 0) return null
  if (numTotalTests === 0) throw new Error(`no test ran:\n${lastLines(output)}`)
  return { firstFailure: null }
}

function readReport(reportFile: string, output: string): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  } catch (error) {
    throw new Error(`the tests left no report:\n${lastLines(output)}`, { cause: error })
  }
}
