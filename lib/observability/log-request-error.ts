import type { Instrumentation } from 'next'
import { log, type Log } from './log'

type Facts = Parameters<Instrumentation.onRequestError>

/**
 * Logs an error that a request ended with, by its route. Its address stays out: it may hold what was
 * searched for, or the token of a one-time link.
 */
export function logRequestError(
  error: Facts[0],
  { method }: Facts[1],
  { routePath, routeType, renderSource }: Facts[2],
  to: Log = log(),
): void {
  to.error({ err: error, method, routePath, routeType, renderSource }, 'a request failed')
}
