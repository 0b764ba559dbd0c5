import type { Server, ServerResponse } from 'node:http'
import { setImmediate as untilNextCheck, setTimeout as sleep } from 'node:timers/promises'

const IDLE_CHECK_MS = 100

export interface Drain {
  /** Time for which it still answers: load balancers see meanwhile that it is not ready. */
  readonly answerMs: number
  /** Time after that in which requests under way must end; the rest is cut off. */
  readonly limitMs: number
  /** Resolves when work has ended for which no connection waits. */
  readonly untilWorkEnded: () => Promise<void>
}

/**
 * Watches a server from now on, so that it can be closed in order.
 * @returns a function that closes it. Each answer from then on asks for its connection's end, so that
 *   no request is lost on one that is about to be closed. Later the port is closed, what is under
 *   way ends, and connections that are kept for later are closed as soon as they are idle.
 */
export function createClosing(server: Server): (drain: Drain) => Promise<void> {
  const unanswered = new Set<ServerResponse>()
  let isClosing = false
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (isClosing) endConnection(response)
    unanswered.add(response)
    response.once('close', () => unanswered.delete(response))
  })
  return async ({ answerMs, limitMs, untilWorkEnded }) => {
    isClosing = true
    for (const response of unanswered) endConnection(response)
    await sleep(answerMs)
    // Behind the step of the event loop that takes connections: none waits to be taken now.
    await untilNextCheck()
    await Promise.race([
      Promise.all([close(server), untilWorkEnded()]),
      sleep(limitMs, undefined, { ref: false }),
    ])
    server.closeAllConnections()
  }
}

function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

async function close(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(idle)
}
