import { createHash } from 'node:crypto'
import { constants, gzipSync } from 'node:zlib'
import { oncePerProcess } from '@/lib/config/once-per-process'
import type { Locale } from '@/lib/domain/access/person-settings'
import { catalogueOf } from './catalogue'

/**
 * All texts of a language as a file that browsers keep: its name changes with what is in it. It is zipped
 * once, since the server of Next leaves the answers of routes as they are.
 */
interface TextsFile {
  /** `nb-0f3c…`. */
  readonly name: string
  /** JSON, in gzip. */
  readonly zipped: Buffer
}

const files = oncePerProcess('textsFiles', () => new Map<Locale, TextsFile>())

/** The file of a language, made once a process. */
export function textsFileOf(locale: Locale): TextsFile {
  const known = files().get(locale)
  if (known !== undefined) return known
  const json = JSON.stringify(catalogueOf(locale))
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 16)
  const zipped = gzipSync(json, { level: constants.Z_BEST_COMPRESSION })
  const file = { name: `${locale}-${hash}`, zipped }
  files().set(locale, file)
  return file
}

/** The address at which browsers find the texts of a language. */
export function textsPath(locale: Locale): string {
  return `/api/texts/${textsFileOf(locale).name}`
}
