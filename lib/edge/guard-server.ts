import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/config/limits'

/** Checks a request first: responds to it, or passes one on to the application. */
export type Guard = (
  request: IncomingMessage,
  response: ServerResponse,
  pass: (request: IncomingMessage) => void,
) => void

/**
 * Puts a guard before every HTTP server of this process, those that already listen too: Next makes
 * its server before it runs any code of ours. Node reports a request before it hands it over, so
 * the first one is guarded as well.
 */
export function guardServers(guard: Guard): void {
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { readonly server: Server }
    if (!(GUARDED in server)) guardServer(server, guard)
  })
}

/** Marks a server that has its guard; Next bundles this module more than once in a process. */
const GUARDED = Symbol.for('paydesk.guarded')

/** Puts a guard before a server's listeners, and bounds how long it waits for a request. */
export function guardServer(server: Server, guard: Guard): void {
  Object.defineProperty(server, GUARDED, { value: true })
  const listeners = server.listeners('request')
  server.headersTimeout = LIMITS.edge.headMs
  server.requestTimeout = LIMITS.edge.requestMs
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    guard(request, response, (passed) => {
      for (const listener of listeners) Reflect.apply(listener, server, [passed, response])
    })
  })
}
