import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SystemUser } from '../processes/run-command'
import { canReach, databaseUser } from './database-user'
import { ownFolderOutside, shortHash } from './own-folder'

/** The place of a data folder's database, and the user that runs it. */
export interface Location {
  /** PostgreSQL's own folder; it may not exist yet. */
  readonly folder: string
  /** False when the database user cannot reach the data folder, so that it lies elsewhere. */
  readonly isInside: boolean
  /** The system user that runs the server; undefined is the one who runs this program. */
  readonly user: SystemUser | undefined
}

/** A database folder and what is needed to run it. */
export interface Cluster {
  readonly folder: string
  /** The folder of PostgreSQL's programs. */
  readonly bin: string
  /** The system user that runs the server; undefined is the one who runs this program. */
  readonly user: SystemUser | undefined
}

/** Finds the place of a data folder's database; the data folder is made when it is not there. */
export function locateCluster(dataDir: string): Location {
  mkdirSync(dataDir, { recursive: true })
  const wanted = databaseUser()
  chmodSync(dataDir, wanted ? 0o711 : 0o700)
  const isInside = !wanted || canReach(dataDir, wanted)
  const parent = isInside ? dataDir : ownFolderOutside(`data-${shortHash(dataDir)}`)
  const folder = path.join(parent, 'cluster')
  return { folder, isInside, user: existsSync(folder) ? ownerOf(folder, wanted) : wanted }
}

/** Root takes the user who made the folder before. */
function ownerOf(folder: string, wanted: SystemUser | undefined): SystemUser | undefined {
  const { uid, gid } = statSync(folder)
  return wanted && uid !== 0 ? { uid, gid } : wanted
}
