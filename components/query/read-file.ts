import { success, type Failure, type Result } from '@/lib/domain/operation/result'
import { isFailure, isObject } from './read-json'

/** A file as it arrived. */
export interface NamedFile {
  readonly name: string
  readonly content: Blob
}

/** The longest list and the whole audit trail take some seconds. */
const FILE_TIMEOUT_MS = 120_000

/**
 * Reads a file from a route of our own, or why there is none. Throws when it does not arrive whole.
 */
export async function readFile(path: string): Promise<Result<NamedFile>> {
  const signal = AbortSignal.timeout(FILE_TIMEOUT_MS)
  const response = await fetch(path, { signal, cache: 'no-store' })
  if (!response.ok) return { ok: false, error: refusalOf(await response.json()) }
  const name = fileName(response.headers.get('content-disposition'))
  if (name === null) throw new Error('the answer is no file')
  return success({ name, content: await response.blob() })
}

/** The name that a `content-disposition` header gives a file. */
export function fileName(disposition: string | null): string | null {
  return /^attachment; filename="([^"]+)"$/.exec(disposition ?? '')?.[1] ?? null
}

/** Our own route's refusal; throws for any unexpected response. */
function refusalOf(body: unknown): Failure {
  if (!isObject(body) || !isFailure(body['error'])) throw new Error('the answer is no refusal')
  return body['error']
}
