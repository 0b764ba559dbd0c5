import type { Failure } from '@/lib/domain/operation/result'

/** The response of a polled route: its HTTP status and body. */
export interface JsonResponse {
  readonly status: number
  readonly body: unknown
}

const READ_TIMEOUT_MS = 10_000

/** Reads a JSON route of our own. Throws when there is no usable response in time. */
export async function readJson(path: string, signal?: AbortSignal): Promise<JsonResponse> {
  const timeout = AbortSignal.timeout(READ_TIMEOUT_MS)
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    cache: 'no-store',
  })
  return { status: response.status, body: await response.json() }
}

/** True for a part of a response that is an object, so that its members can be read. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** True for a failure: a route of ours writes nothing else there, and a code that this page doesn't know has words too. */
export function isFailure(value: unknown): value is Failure {
  return isObject(value) && typeof value['code'] === 'string'
}
