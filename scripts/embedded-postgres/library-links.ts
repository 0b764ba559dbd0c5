import { lstatSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes the links between library names that the package lists instead of carrying. Its install
 * script does the same, but package managers may be configured not to run install scripts.
 * @param folder the package's `native` folder, or a copy of it
 * @throws EACCES, EPERM or EROFS when the folder cannot be written to
 */
export function makeLibraryLinks(folder: string): void {
  for (const { source, target } of readLinks(path.join(folder, 'pg-symlinks.json'))) {
    const link = path.join(folder, path.relative('native', target))
    if (exists(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function readLinks(file: string): Link[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return JSON.parse(text) as Link[]
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
