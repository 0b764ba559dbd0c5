import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../processes/run-command'
import { seconds } from '../progress'
import { inProject, installedProgram, projectFolder } from '../project'
import { projectHash } from '../source-hash'
import { type PartResult, singleResult } from './results'

const CHECK_LIMIT_MS = 5 * 60_000
/** Remembers which checks passed, under the hash of the project. */
const PASSED = inProject('.cache', 'static-checks')

interface Check {
  readonly name: string
  /** Programs with their arguments, one after the other. */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[]
}

const CHECKS: readonly Check[] = [
  {
    name: 'Types (tsc)',
    // The types of the routes and next-env.d.ts do not exist in a fresh clone.
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'Lint (eslint)', commands: [['eslint', '.', '--max-warnings', '0']] },
  { name: 'Import rules (dependency-cruiser)', commands: [['depcruise', '.']] },
  {
    name: 'Format (prettier)',
    commands: [['prettier', '--check', '.', '--cache', '--cache-location', '.cache/prettier']],
  },
  { name: 'Unused code (knip)', commands: [['knip', '--no-progress']] },
]

/**
 * Runs the checks that need nothing to run, two at a time; what fails says why. A check that passed
 * on exactly these files and packages is not repeated.
 */
export async function runStaticChecks(): Promise<PartResult[]> {
  const hash = await projectHash(projectFolder)
  const passed = readPassed(hash)
  const queue = CHECKS.entries()
  const results: PartResult[] = []
  const worker = async () => {
    for (const [index, check] of queue) {
      results[index] = passed.has(check.name) ? alreadyPassed(check) : await runCheck(check)
    }
  }
  await Promise.all([worker(), worker()])
  // A file that was changed meanwhile may not have been seen by every check.
  if ((await projectHash(projectFolder)) === hash) writePassed(hash, results)
  return results
}

function alreadyPassed({ name }: Check): PartResult {
  console.log(`✓ ${name} (nothing changed since it passed)`)
  return singleResult(name, true, 0)
}

async function runCheck({ name, commands }: Check): Promise<PartResult> {
  const begun = Date.now()
  let isPassed = true
  let output = ''
  for (const [program, ...args] of commands) {
    const result = await runCommand(process.execPath, [installedProgram(program), ...args], {
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

/** The names of the checks that passed when the project had this hash. */
function readPassed(hash: string): Set<string> {
  if (!existsSync(PASSED)) return new Set()
  const [passedHash, ...names] = readFileSync(PASSED, 'utf8').split('\n')
  return new Set(passedHash === hash ? names : [])
}

function writePassed(hash: string, results: readonly PartResult[]): void {
  mkdirSync(path.dirname(PASSED), { recursive: true })
  const names = results.filter(({ failed }) => failed === 0).map(({ name }) => name)
  writeFileSync(PASSED, [hash, ...names].join('\n'))
}
