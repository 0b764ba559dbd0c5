import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { LIMITS } from '@/lib/config/limits'

const CHECK_EVERY_MS = 200

/**
 * An agent for requests to the identity provider at this address. Each connection serves one request
 * and ends when it takes too long or brings too much. Where the address is https, no request goes
 * anywhere without it, whatever the provider's own metadata names.
 */
export function boundedAgent(address: string): http.Agent {
  const Agent = new URL(address).protocol === 'https:' ? https.Agent : http.Agent
  const agent = new Agent({ keepAlive: false })
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (...given) => {
    const socket = connect(...given)
    if (socket) bound(socket)
    return socket
  }
  return agent
}

function bound(socket: Duplex): void {
  const { requestMs, responseBytes } = LIMITS.identityProvider
  const began = performance.now()
  const timer = setInterval(() => {
    const bytes = 'bytesRead' in socket ? Number(socket.bytesRead) : 0
    if (bytes > responseBytes) socket.destroy(new Error('the response is too large'))
    else if (performance.now() - began > requestMs) socket.destroy(new Error('it took too long'))
  }, CHECK_EVERY_MS)
  timer.unref()
  socket.once('close', () => clearInterval(timer))
}
