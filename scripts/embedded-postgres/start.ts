import { setTimeout as sleep } from 'node:timers/promises'
import { tryLogin } from '../databases'
import { anyFreePort } from '../ports'
import { ADMIN_NAME, destroyCluster, openCluster } from './cluster'
import type { Cluster } from './location'
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster'

const READY_LIMIT_MS = 60_000

export interface EmbeddedPostgresOptions {
  /** Absolute path of a folder that holds the database and its password, and nothing else. */
  readonly dataDir: string
  /** TCP port on 127.0.0.1; any free one when left out. */
  readonly port?: number
  /** False for tests: nothing is forced to disk, so a power cut may destroy the data. */
  readonly durable: boolean
}

export interface EmbeddedPostgres {
  /** The connection address of a database on this server. */
  url(databaseName: string): string
  /** The address of the maintenance database, from which others are created. */
  readonly adminUrl: string
  /** False when a server of the same folder was already running and is used again. */
  readonly startedHere: boolean
  /** Stops the server, also one that was found running. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server on a folder, making the database on first use, or takes over the one
 * that runs on that folder already. It survives this process unless `stop` is called.
 * @throws a sentence for people when the platform is unsupported, the port busy or the time over
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.dataDir)
  const deadline = Date.now() + READY_LIMIT_MS
  let startedHere = false
  while (Date.now() < deadline) {
    const running = await findPostmaster(cluster)
    if (!running) {
      startedHere = await start(cluster, options)
    } else if (await takesOurPassword(cluster, running)) {
      const url = (name: string) => addressOf(cluster, running.port, name)
      const stop = () => stopPostmaster(cluster, options.durable ? 'fast' : 'immediate')
      return { url, adminUrl: url('postgres'), startedHere, stop }
    } else {
      await sleep(100)
    }
  }
  throw new Error(`The embedded database was not ready within ${READY_LIMIT_MS / 1000} s.`)
}

type Entered = Cluster & { readonly password: string }

/** Stops the server of a data folder if one runs, and deletes the folder with everything in it. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  await destroyCluster(dataDir)
}

async function start(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<boolean> {
  const port = options.port ?? (await anyFreePort())
  const problem = await startPostmaster(cluster, { port, durable: options.durable })
  if (!problem) return true
  if (problem.failure === 'port busy' && options.port !== undefined) {
    throw new Error(`The embedded database cannot start: port ${options.port} is in use.`)
  }
  if (problem.failure === 'other') {
    throw new Error(`The embedded database in ${cluster.folder} cannot start:\n${problem.log}`)
  }
  await sleep(300)
  return false
}

async function takesOurPassword(cluster: Entered, running: Postmaster): Promise<boolean> {
  const answer = await tryLogin(addressOf(cluster, running.port, 'postgres'))
  if (answer !== 'refused') return answer === 'in'
  throw new Error(`The database that runs on ${cluster.folder} does not take our password.`)
}

function addressOf(cluster: Entered, port: number, databaseName: string): string {
  return `postgres://${ADMIN_NAME}:${cluster.password}@127.0.0.1:${port}/${databaseName}`
}
