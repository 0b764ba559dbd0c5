import type { Server } from 'node:http'

const IDLE_CHECK_MS = 100

/**
 * Takes no more requests, lets those under way end, and cuts off what takes longer than `limitMs`.
 * Connections that browsers keep for later are closed as soon as they are idle.
 */
export async function closeServer(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const cut = setTimeout(() => server.closeAllConnections(), limitMs)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
