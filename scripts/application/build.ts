import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../lock'
import { runCommand, lastLines } from '../processes/run-command'
import { inPackage, inProject, projectFolder } from '../project'
import { buildEnvironment } from './build-environment'
import { sourceHash } from './source-hash'

const BUILD_LIMIT_MS = 10 * 60_000

/** Holds the hash of the sources of the build next to it. */
const STAMP = inProject('.next', 'paydesk-sources')
const LOG = inProject('.cache', 'build.log')
const LOCK = inProject('.cache', 'build.lock')

/**
 * Makes the production build, unless the one that is there was made of the same sources. When
 * another program of this project builds at the moment, its build is awaited.
 * @param onBuild called when a build is needed
 * @returns whether it was built now
 * @throws with the end of the build's output when it fails
 */
export async function ensureBuilt(onBuild?: () => void): Promise<boolean> {
  return whileNoOtherBuilds(async () => {
    const hash = await sourceHash(projectFolder)
    if (isBuiltFrom(hash)) return false
    onBuild?.()
    rmSync(STAMP, { force: true })
    await build()
    writeFileSync(STAMP, hash)
    return true
  })
}

/**
 * Makes the production build with the folder `.next/standalone`, which has what the server needs of
 * the packages. To be called while no other program builds.
 * @throws with the end of the build's output when it fails
 */
export async function buildStandalone(): Promise<void> {
  const hash = await sourceHash(projectFolder)
  rmSync(STAMP, { force: true })
  await build({ PAYDESK_STANDALONE: '1' })
  // The build beside that folder is as any other.
  writeFileSync(STAMP, hash)
}

/** Runs this when no other program of this project builds, and keeps others from it meanwhile. */
export async function whileNoOtherBuilds<T>(run: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(LOCK), { recursive: true })
  const release = await waitForLock()
  try {
    return await run()
  } finally {
    release()
  }
}

function isBuiltFrom(hash: string): boolean {
  return (
    existsSync(inProject('.next', 'BUILD_ID')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === hash
  )
}

async function build(variables: Readonly<Record<string, string>> = {}): Promise<void> {
  const result = await runCommand(process.execPath, [inPackage('next/dist/bin/next'), 'build'], {
    cwd: projectFolder,
    env: { ...process.env, ...(await buildEnvironment()), ...variables },
    timeoutMs: BUILD_LIMIT_MS,
  })
  writeFileSync(LOG, result.output)
  if (result.code === 0) return
  const why = result.timedOut ? 'did not end in time' : 'failed'
  throw new Error(`The build ${why}. The end of ${LOG}:\n${lastLines(result.output, 40)}`)
}

async function waitForLock(): Promise<() => void> {
  const deadline = Date.now() + BUILD_LIMIT_MS
  while (Date.now() < deadline) {
    const lock = await takeLock(LOCK)
    if (lock.taken) return lock.release
    await sleep(500)
  }
  throw new Error(`Another build did not end in time. If none is running, delete ${LOCK}.`)
}
