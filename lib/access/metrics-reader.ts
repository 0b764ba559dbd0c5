import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { countedAddress } from './client-address'

/** Where Prometheus reads the metrics. */
export const METRICS_PATH = '/metrics'

/**
 * Request header in which `lib/edge` says `1` of who may read the metrics; a client's own is
 * overwritten.
 */
export const METRICS_HEADER = 'x-paydesk-metrics'

/** Headers by which a proxy says that it passes on what another machine sent. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * True for a request with the token, and for one from this machine itself, unless a proxy on it
 * passes it on. Who sends credentials is judged by them alone.
 */
export function mayReadMetrics(
  {
    socket,
    headers,
  }: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined }
  },
  token: string | null,
): boolean {
  const { authorization } = headers
  if (authorization !== undefined) {
    return token !== null && isSame(authorization, `Bearer ${token}`)
  }
  const isForwarded = FORWARDED.some((name) => headers[name] !== undefined)
  return !isForwarded && isLoopback(socket.remoteAddress ?? '')
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(countedAddress(address))
}

/** Compares hashes, which are of one length, in constant time. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
