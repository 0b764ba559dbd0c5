import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Temporary files that should outlive a restart of the machine go here where it exists. */
const LASTING_TEMPORARY_FOLDER = '/var/tmp'

/**
 * A folder of ours outside the project that other users may pass through, for what the database
 * user cannot reach inside a private home. The same name gives the same folder again.
 * @throws when another user made a folder of that name first
 */
export function ownFolderOutside(name: string): string {
  const base = lstatSync(LASTING_TEMPORARY_FOLDER, { throwIfNoEntry: false })?.isDirectory()
    ? LASTING_TEMPORARY_FOLDER
    : tmpdir()
  const folder = path.join(base, `paydesk-${process.getuid?.() ?? 0}-${name}`)
  mkdirSync(folder, { recursive: true })
  const { uid } = lstatSync(folder)
  if (!lstatSync(folder).isDirectory() || uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to another user. Remove it and try again.`)
  }
  chmodSync(folder, 0o711)
  return folder
}

/** A short name for a path that is the same each time. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
