import type { Instrumentation } from 'next'
import { log, type Log } from './log'

type Facts = Parameters<Instrumentation.onRequestError>

/** Logs an error that a request ended with: its route, and its path without the query. */
export function logRequestError(
  error: Facts[0],
  { method, path }: Facts[1],
  { routePath, routeType, renderSource }: Facts[2],
  to: Log = log(),
): void {
  const [pathname] = path.split('?', 1)
  to.error(
    { err: error, method, path: pathname, routePath, routeType, renderSource },
    'a request failed',
  )
}
