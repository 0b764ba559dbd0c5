import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'

/** Says for which operation a call is made; the sandbox keeps it where a provider keeps nothing. */
export const MARK_HEADER = 'x-sandbox-mark'

const asking = new AsyncLocalStorage<string>()

/** From now on marks the HTTP calls that leave this process with the operation they are made for. */
export function markCalls(): void {
  subscribe('undici:request:create', (message) => {
    const operationId = asking.getStore()
    if (operationId === undefined || !isCreation(message)) return
    message.request.addHeader(MARK_HEADER, operationId)
  })
}

/** Whatever is called meanwhile is called for this operation. */
export function forOperation<T>(operationId: string, work: () => T): T {
  return asking.run(operationId, work)
}

interface Creation {
  readonly request: { addHeader(name: string, value: string): void }
}

function isCreation(message: unknown): message is Creation {
  return typeof message === 'object' && message !== null && 'request' in message
}
