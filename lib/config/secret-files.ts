import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'

/** Variables with a secret that the application reads; each may be in a file, too. */
export const APPLICATION_SECRETS = [
  'DATABASE_URL',
  'PAYDESK_ENCRYPTION_KEY',
  'PAYDESK_ENCRYPTION_KEY_PREVIOUS',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_SECRET_PREVIOUS',
  'PAYDESK_SMTP_URL',
] as const

export type Variables = Readonly<Record<string, string | undefined>>

/** Far more than any secret has; what is larger is another file. */
const MOST_BYTES = 64 * 1024

/**
 * The variables with these secrets in them, each from its own variable or from the file that
 * `<name>_FILE` names, without one line break at its end. What is wrong with a file is a sentence
 * that names the variable and the path, never the content; an empty variable is as none.
 */
export function withSecretFiles(
  source: Variables,
  names: readonly string[],
): { readonly values: Variables; readonly problems: ReadonlyMap<string, string> } {
  const values: Record<string, string | undefined> = Object.assign({}, source)
  const problems = new Map<string, string>()
  for (const name of names) {
    const file = source[`${name}_FILE`]
    if (!file) continue
    try {
      if (source[name]) throw new SecretFileError(`and ${name} are both set: leave one of them out`)
      values[name] = readSecretFile(file)
    } catch (error) {
      if (!(error instanceof SecretFileError)) throw error
      problems.set(name, `${name}_FILE ${error.message}`)
    }
  }
  return { values, problems }
}

class SecretFileError extends Error {
  override readonly name = 'SecretFileError'
}

/** A path that is none is not shown: it may be the secret itself. */
function readSecretFile(file: string): string {
  if (!isAbsolute(file)) {
    throw new SecretFileError('must be the whole path of a file, from / on, that holds the secret')
  }
  const bytes = readBytes(file)
  const text = decode(bytes)?.replace(/\r?\n$/, '')
  if (text === undefined) throw unusable(file, 'is no text')
  if (text === '') throw unusable(file, 'is empty')
  return text
}

/** A folder, a pipe or a device is none: what is read twice must be there twice. */
function readBytes(file: string): Buffer {
  try {
    const stats = statSync(file)
    if (!stats.isFile()) throw unusable(file, 'is no file')
    const bytes = stats.size > MOST_BYTES ? null : readFileSync(file)
    if (bytes !== null && bytes.length <= MOST_BYTES) return bytes
  } catch (error) {
    if (error instanceof SecretFileError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw unusable(file, `cannot be read (${code})`)
  }
  throw unusable(file, `has more than ${MOST_BYTES / 1024} KB`)
}

function unusable(file: string, problem: string): SecretFileError {
  return new SecretFileError(
    `names ${file}, which ${problem}: it must be a file with the secret alone, which this user may read`,
  )
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
