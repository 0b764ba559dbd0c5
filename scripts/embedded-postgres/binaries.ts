import { existsSync, lstatSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { SystemUser } from '../processes/run-command'
import { canReach } from './database-user'
import { makeLibraryLinks } from './library-links'
import { ownFolderOutside } from './own-folder'
import { type ShippedPostgres, shippedPostgres } from './platform'

const CANNOT_WRITE = ['EACCES', 'EPERM', 'EROFS']

/**
 * A folder with PostgreSQL's programs that the given user can run. It is the package itself, or
 * a copy when the package lies where that user has no access or cannot be completed in place.
 * @returns the folder that holds `initdb`, `pg_ctl` and `postgres`
 */
export async function runnableBinaries(user: SystemUser | undefined): Promise<string> {
  const shipped = shippedPostgres()
  const folder = isRunnableInPlace(shipped.folder, user)
    ? shipped.folder
    : await copyOutside(shipped)
  return path.join(folder, 'bin')
}

function isRunnableInPlace(folder: string, user: SystemUser | undefined): boolean {
  if (user && !canReach(path.join(folder, 'bin', 'postgres'), user)) return false
  try {
    makeLibraryLinks(folder)
    return true
  } catch (error) {
    if (CANNOT_WRITE.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function copyOutside({ folder, version }: ShippedPostgres): Promise<string> {
  const parent = ownFolderOutside(`postgres-${version}`)
  const copy = path.join(parent, 'native')
  if (existsSync(copy)) return copy

  const unfinished = path.join(parent, `unfinished-${process.pid}`)
  await cp(folder, unfinished, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  })
  await makeReadable(unfinished)
  makeLibraryLinks(unfinished)
  try {
    await rename(unfinished, copy)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) await makeReadable(file)
    else await chmod(file, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
