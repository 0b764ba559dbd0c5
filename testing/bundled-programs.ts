import { rmSync } from 'node:fs'
import path from 'node:path'
import { bundleCommands, bundleProgram } from '@/scripts/bundle'
import { runTypeScript } from '@/scripts/project'

/** The commands of `scripts` that tests run, by the names of their files. */
const COMMANDS = [
  'audit-verify',
  'connect',
  'connections',
  'import',
  'migrate',
  'people',
  'reseal',
  'seed-transactions',
  'start',
  'status',
  'tallies',
] as const

export type TestedCommand = (typeof COMMANDS)[number]

/**
 * Bundles what tests start again and again, the sandbox and the commands, for the test processes that
 * start afterwards.
 * @returns a function that removes the bundles
 */
export async function bundlePrograms(): Promise<() => void> {
  const [program, folder] = await Promise.all([
    bundleProgram({ entry: 'sandbox/main.ts', name: 'sandbox' }),
    bundleCommands(COMMANDS),
  ])
  process.env.TEST_SANDBOX_PROGRAM = program
  process.env.TEST_COMMANDS = folder
  return () => {
    rmSync(program)
    rmSync(folder, { recursive: true })
  }
}

/**
 * Arguments that make `node` run a command: the bundle of this test run, which starts four times as
 * fast as the source, else the source.
 */
export function commandArguments(name: TestedCommand, args: readonly string[] = []): string[] {
  const { TEST_COMMANDS: folder } = process.env
  if (!folder) return runTypeScript(`scripts/${name}.ts`, args)
  return [path.join(folder, `${name}.mjs`), ...args]
}
