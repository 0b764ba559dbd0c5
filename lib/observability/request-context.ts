import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** The id of an answer and, where a proxy or a client has one already, of its request. */
export const REQUEST_ID_HEADER = 'x-request-id'

const UUID = /^[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}$/i

/**
 * The id of a request: the one that it came with, where that is a UUID with or without hyphens, else
 * a new one. Others are not taken over: the audit trail keeps the id as a UUID, and one id is to find
 * the answer, the log lines and the audit entries.
 */
export function requestIdOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || !UUID.test(header)) return randomUUID()
  const digits = header.replaceAll('-', '').toLowerCase()
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * On `globalThis`, because the guard, the pages and the actions are bundled apart and run in one
 * process.
 */
const shared = globalThis as typeof globalThis & {
  paydeskRequests?: AsyncLocalStorage<string>
}

function requests(): AsyncLocalStorage<string> {
  return (shared.paydeskRequests ??= new AsyncLocalStorage())
}

/** Runs what serves a request; whatever it begins knows the request's id. */
export function runInRequest<T>(requestId: string, serve: () => T): T {
  return requests().run(requestId, serve)
}

/** The id of the request that is being served, as all lines about it have it; else a new one. */
export function requestIdHere(): string {
  return currentRequestId() ?? randomUUID()
}

/** The id of the request that is being served; undefined for what no request has begun. */
export function currentRequestId(): string | undefined {
  return requests().getStore()
}
