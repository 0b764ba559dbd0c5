import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'

/** Names the operation of a call. The sandbox stores it where a provider keeps no reference. */
export const REFERENCE_HEADER = 'x-sandbox-reference'

/** The reference of calls that import payments; no fault applies to them. */
export const IMPORT_REFERENCE = 'import'

const currentReference = new AsyncLocalStorage<string>()

/** Adds the current reference as a header to each HTTP call that leaves this process. */
export function tagCalls(): void {
  subscribe('undici:request:create', (message) => {
    const ourReference = currentReference.getStore()
    if (ourReference === undefined || !isCreation(message)) return
    message.request.addHeader(REFERENCE_HEADER, ourReference)
  })
}

/** Runs work whose calls carry this reference: an operation's id, or `IMPORT_REFERENCE`. */
export function taggedWith<T>(ourReference: string, work: () => T): T {
  return currentReference.run(ourReference, work)
}

interface Creation {
  readonly request: { addHeader(name: string, value: string): void }
}

function isCreation(message: unknown): message is Creation {
  return typeof message === 'object' && message !== null && 'request' in message
}
