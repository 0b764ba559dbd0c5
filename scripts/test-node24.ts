import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { requireNode } from './node-version'
import { runOrThrow } from './processes/run-command'
import { runVisible } from './processes/run-visible'
import { exitAfterStopping, failAfterStopping, stopOnSignals } from './processes/shutdown'
import { step } from './progress'
import { inProject, projectFolder, runTypeScript } from './project'

/** The newest Node.js 24 that the npm registry has as a package for Linux. */
const VERSION = '24.22.3'
const INSTALL_LIMIT_MS = 5 * 60_000
const PARTS_LIMIT_MS = 60 * 60_000
/** What runs without a browser. */
const USUAL_PARTS = ['unit', 'integration']

/**
 * Runs parts of the tests under Node.js 24, which it gets from the npm registry:
 * `npm run test:node24`, or `npm run test:node24 -- unit lib/domain` for one part and its files.
 */
async function main(): Promise<void> {
  requireNode()
  stopOnSignals({ exitCode: 130 })
  const node = await step(`Node.js ${VERSION}`, installNode)
  const [part, ...files] = process.argv.slice(2)
  const runs = part === undefined ? USUAL_PARTS.map((name) => [name]) : [[part, ...files]]
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
  }
  let failed = 0
  for (const args of runs) {
    const code = await runVisible(node, runTypeScript('scripts/test.ts', args), {
      cwd: projectFolder,
      env,
      timeoutMs: PARTS_LIMIT_MS,
    })
    if (code !== 0) failed += 1
  }
  await exitAfterStopping(failed === 0 ? 0 : 1)
}

/** @returns the program, installed at the first time */
async function installNode(): Promise<string> {
  const { platform, arch } = process
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch)) {
    throw new Error('Node.js 24 is fetched for Linux only. Elsewhere run npm test with your own.')
  }
  const name = `node-linux-${arch}`
  const folder = inProject('.cache', `node-${VERSION}`)
  const program = path.join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts']
  await runOrThrow('npm', [...args, `${name}@${VERSION}`], {
    cwd: folder,
    timeoutMs: INSTALL_LIMIT_MS,
  })
  return program
}

main().catch(failAfterStopping)
