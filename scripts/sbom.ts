import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runOrThrow } from './processes/run-command'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from './processes/shutdown'
import { inProject } from './project'

const LIMIT_MS = 3 * 60_000
const FILES = ['package.json', 'package-lock.json', '.npmrc']

/**
 * Prints every package of production, with its version and licence, in CycloneDX. `npm sbom --omit dev`
 * would leave out those that packages for development need as well, so npm is asked in a folder in which
 * the project has none.
 */
async function main(): Promise<void> {
  stopOnSignals({ exitCode: 130 })
  const cwd = mkdtempSync(path.join(tmpdir(), 'paydesk-sbom-'))
  stopBeforeExit(() => rmSync(cwd, { recursive: true }))
  for (const file of FILES) copyFileSync(inProject(file), path.join(cwd, file))
  const npm = (...args: readonly string[]) => runOrThrow('npm', args, { cwd, timeoutMs: LIMIT_MS })
  await npm('pkg', 'delete', 'devDependencies')
  await npm('install', '--package-lock-only', '--ignore-scripts', '--prefer-offline')
  console.log(await npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'))
  await exitAfterStopping(0)
}

main().catch(failAfterStopping)
