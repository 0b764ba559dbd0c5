import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { runOrThrow } from '../processes/run-command'
import { runnableBinaries } from './binaries'
import { type Cluster, locateCluster } from './location'
import { pgEnvironment } from './pg-environment'
import { findPostmaster, stopPostmaster } from './postmaster'

const INITDB_LIMIT_MS = 120_000

/** The superuser of an embedded database. */
export const ADMIN_NAME = 'paydesk'

/**
 * Opens the database of a data folder, or makes it with a random password.
 * @throws when the folder holds a database whose password file is gone
 */
export async function openCluster(dataDir: string): Promise<Cluster & { password: string }> {
  const { folder, isInside, user } = locateCluster(dataDir)
  const passwordFile = path.join(dataDir, 'password')
  if (existsSync(folder) && !existsSync(passwordFile)) {
    if (isInside) {
      throw new Error(`The database in ${folder} has lost its password file. Delete that folder.`)
    }
    // Its data folder was deleted, so it is not needed any more.
    await destroyCluster(dataDir)
    mkdirSync(dataDir, { recursive: true })
    return openCluster(dataDir)
  }
  const password = existsSync(passwordFile)
    ? readFileSync(passwordFile, 'utf8').trim()
    : makePassword(passwordFile)
  const cluster = { folder, bin: await runnableBinaries(user), user, password }
  if (!existsSync(folder)) await initialise(cluster)
  return cluster
}

/** Stops the server of a data folder if it runs, and deletes the folder with the database. */
export async function destroyCluster(dataDir: string): Promise<void> {
  const { folder, user } = locateCluster(dataDir)
  if (existsSync(folder)) {
    const cluster = { folder, bin: await runnableBinaries(user), user }
    if (await findPostmaster(cluster)) await stopPostmaster(cluster, 'immediate')
  }
  rmSync(path.dirname(folder), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

function makePassword(file: string): string {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** Works in a folder next to the final one, so that a half-made database is never taken for one. */
async function initialise({ folder, bin, user, password }: Cluster & { password: string }) {
  const unfinished = `${folder}.unfinished`
  const passwordCopy = `${folder}.password`
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(passwordCopy, { force: true })
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    for (const file of [unfinished, passwordCopy]) {
      if (user) chownSync(file, user.uid, user.gid)
    }
    const args = ['-D', unfinished, '-U', ADMIN_NAME, `--pwfile=${passwordCopy}`, '--no-sync']
    args.push('-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C')
    args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
    const options = { timeoutMs: INITDB_LIMIT_MS, cwd: '/', env: pgEnvironment(), user }
    await runOrThrow(path.join(bin, 'initdb'), args, options)
    renameSync(unfinished, folder)
  } finally {
    rmSync(passwordCopy, { force: true })
  }
}
