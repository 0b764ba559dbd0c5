import { runCommand } from '../processes/run-command'
import { seconds } from '../progress'
import { inProject, installedProgram, projectFolder } from '../project'
import { type PartResult, singleResult } from './results'

const CHECK_LIMIT_MS = 15 * 60_000

interface Check {
  readonly name: string
  /**
   * Programs with their arguments, one after the other. One that shares its name with another's is given
   * by the path in its package.
   */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[]
}

/** The longest first, so that the others run meanwhile. */
const CHECKS: readonly Check[] = [
  { name: 'Lint (oxlint)', commands: [['oxlint', '-c', 'oxlint.config.mjs']] },
  {
    name: 'Types (tsc)',
    // The types of the routes and next-env.d.ts do not exist in a fresh clone.
    commands: [
      ['next', 'typegen'],
      ['typescript-native/bin/tsc', '--noEmit'],
    ],
  },
  { name: 'Import rules (dependency-cruiser)', commands: [['depcruise', '.']] },
  {
    name: 'Format (prettier)',
    commands: [['prettier', '--check', '.', '--cache', '--cache-location', '.cache/prettier']],
  },
  { name: 'Unused code (knip)', commands: [['knip', '--no-progress']] },
]

/** Runs the checks that need nothing to run, two at a time; one that fails prints the reason. */
export async function runStaticChecks(): Promise<PartResult[]> {
  const queue = CHECKS.entries()
  const results: PartResult[] = []
  const worker = async () => {
    for (const [index, check] of queue) results[index] = await runCheck(check)
  }
  await Promise.all([worker(), worker()])
  return results
}

function programFile(program: string): string {
  return program.includes('/') ? inProject('node_modules', program) : installedProgram(program)
}

async function runCheck({ name, commands }: Check): Promise<PartResult> {
  const begun = Date.now()
  let isPassed = true
  let output = ''
  for (const [program, ...args] of commands) {
    const result = await runCommand(process.execPath, [programFile(program), ...args], {
      cwd: projectFolder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      timeoutMs: CHECK_LIMIT_MS,
    })
    output += result.output
    isPassed = result.code === 0
    if (result.timedOut) output += `\nStopped after ${seconds(CHECK_LIMIT_MS)}.`
    if (!isPassed) break
  }
  const durationMs = Date.now() - begun
  console.log(`${isPassed ? '✓' : '✗'} ${name} (${seconds(durationMs)})`)
  if (!isPassed) console.log(output.trimEnd())
  return singleResult(name, isPassed, durationMs)
}
