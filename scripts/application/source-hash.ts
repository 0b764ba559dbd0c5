import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Folders and files of which the production build is made. */
const SOURCES = ['app', 'components', 'db', 'lib', 'messages', 'public']
const ROOT_FILE =
  /^(package(-lock)?\.json|tsconfig\.json|(next|postcss|tailwind)\.config\.\w+|proxy\.ts|instrumentation(-client)?\.ts|[\w-]+\.d\.ts)$/
/** Files below those folders that never reach the build. */
const NOT_BUILT = /\.test\.tsx?$|\.md$|\.snap$/
/** Written by the build itself. */
const GENERATED = new Set(['next-env.d.ts'])

/**
 * A hash of the project's own configuration and of what is below these folders, without tests; by
 * default of everything that the production build is made of. The same sources, the same hash.
 */
export async function sourceHash(
  folder: string,
  sources: readonly string[] = SOURCES,
): Promise<string> {
  const files = (await readdir(folder)).filter(
    (name) => ROOT_FILE.test(name) && !GENERATED.has(name),
  )
  for (const source of sources) {
    const below = await filesBelow(folder, source)
    files.push(...below.filter((file) => !NOT_BUILT.test(file)))
  }
  return hashOf(folder, files)
}

async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) {
    const content = await readFile(path.join(folder, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesBelow(folder: string, below: string): Promise<string[]> {
  if (!existsSync(path.join(folder, below))) return []
  const entries = await readdir(path.join(folder, below), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
