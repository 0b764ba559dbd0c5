import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'

/** Says for which operation a call is made. The sandbox keeps it where a provider keeps nothing. */
export const MARK_HEADER = 'x-sandbox-mark'

/** The mark of calls that fetch payments as a merchant does: no fault is meant for them. */
export const IMPORT_MARK = 'import'

const asking = new AsyncLocalStorage<string>()

/** From now on marks the HTTP calls that leave this process with what they are made for. */
export function markCalls(): void {
  subscribe('undici:request:create', (message) => {
    const mark = asking.getStore()
    if (mark === undefined || !isCreation(message)) return
    message.request.addHeader(MARK_HEADER, mark)
  })
}

/** Whatever is called meanwhile has this mark: an operation's id, or `IMPORT_MARK`. */
export function markedBy<T>(mark: string, work: () => T): T {
  return asking.run(mark, work)
}

interface Creation {
  readonly request: { addHeader(name: string, value: string): void }
}

function isCreation(message: unknown): message is Creation {
  return typeof message === 'object' && message !== null && 'request' in message
}
