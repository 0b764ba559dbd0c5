/** Runs once when the server starts: checks the environment, guards the server, then repairs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { guardApplication } = await import('@/lib/edge/guard-application')
  guardApplication({ isDevelopment: process.env.NODE_ENV === 'development' })
  const { startServer } = await import('@/lib/repair/start-server')
  startServer()
}
