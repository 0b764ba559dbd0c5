import type { Instrumentation } from 'next'

/** Runs once when the server starts: checks the environment, guards the server, then repairs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { guardApplication } = await import('@/lib/edge/guard-application')
  guardApplication({ isDevelopment: process.env.NODE_ENV === 'development' })
  const { startServer } = await import('@/lib/jobs/start-server')
  startServer()
}

/**
 * Logs what a page, an action or a route threw. Next prints the error as well, beside its digest: it
 * must hold no personal data by itself.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logRequestError } = await import('@/lib/observability/log-request-error')
  logRequestError(error, request, context)
}
