import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLine, isAlive, isZombie } from '../processes/process-table'
import { lastLines, runCommand } from '../processes/run-command'
import type { Cluster } from './location'
import { pgEnvironment } from './pg-environment'

const START_LIMIT_S = 60
const STOP_LIMIT_S = 20
/** The children of a killed server notice its death at once; this is ample. */
const CHILDREN_END_MS = 500

/** The content of `postmaster.pid` of a running server. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The reason why a server did not start. */
export type StartFailure = 'port busy' | 'still ending' | 'other'

/** Reads the process id and the port out of the text of a `postmaster.pid`. */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const [pid, , , port] = text.split('\n').map(Number)
  return pid && port ? { pid, port } : undefined
}

/**
 * The server that runs on this folder at the moment. A `postmaster.pid` that a crash left behind is
 * not believed, and removed when a new server would take its process id for a live one: it belongs
 * to an unrelated process by now, or the dead process has not been collected.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = path.join(cluster.folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const postmaster = parsePostmasterFile(readFileSync(file, 'utf8'))
  if (!postmaster) return undefined
  if (isAlive(postmaster.pid)) {
    const line = await commandLine(postmaster.pid)
    if (line === undefined || line.includes(cluster.folder)) return postmaster
  } else if (isZombie(postmaster.pid)) {
    await sleep(CHILDREN_END_MS)
  } else {
    return undefined
  }
  rmSync(file, { force: true })
  return undefined
}

/**
 * Starts the server and waits until it takes connections.
 * @returns undefined when it runs, else why it does not and the words of its log
 */
export async function startPostmaster(
  cluster: Cluster,
  settings: { port: number; durable: boolean },
): Promise<{ failure: StartFailure; log: string } | undefined> {
  const logFile = path.join(cluster.folder, 'server.log')
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`)
  const args = ['start', '-D', cluster.folder, '-l', logFile, '-w', '-t', String(START_LIMIT_S)]
  args.push('-o', serverOptions(settings))
  const result = await pgCtl(cluster, args, START_LIMIT_S + 10)
  if (result.code === 0) return undefined
  const log = existsSync(logFile) ? lastLines(readFileSync(logFile, 'utf8'), 10) : result.output
  return { failure: failureFrom(log), log }
}

/**
 * Stops the server. `fast` rolls open transactions back and saves everything, and becomes
 * `immediate` when that takes too long; `immediate` leaves the recovery to the next start.
 */
export async function stopPostmaster(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<void> {
  const limit = ['-w', '-t', String(STOP_LIMIT_S)]
  const { code, output } = await pgCtl(cluster, [
    'stop',
    '-D',
    cluster.folder,
    '-m',
    mode,
    ...limit,
  ])
  if (code === 0 || !(await findPostmaster(cluster))) return
  if (mode === 'fast') return stopPostmaster(cluster, 'immediate')
  throw new Error(`The embedded database in ${cluster.folder} cannot be stopped.\n${output}`)
}

function pgCtl(cluster: Cluster, args: readonly string[], limitS = STOP_LIMIT_S + 5) {
  return runCommand(path.join(cluster.bin, 'pg_ctl'), args, {
    timeoutMs: limitS * 1000,
    cwd: '/',
    env: pgEnvironment(),
    user: cluster.user,
  })
}

function serverOptions({ port, durable }: { port: number; durable: boolean }): string {
  const options = [`-p ${port}`, '-h 127.0.0.1', '-c unix_socket_directories=']
  options.push('-c max_connections=200')
  if (!durable) {
    options.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off')
  }
  return options.join(' ')
}

function failureFrom(log: string): StartFailure {
  if (log.includes('Address already in use')) return 'port busy'
  if (log.includes('shared memory block') || log.includes('already exists')) return 'still ending'
  return 'other'
}
