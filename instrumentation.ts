/** Runs once when the server starts: checks the environment, then repairs in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('@/lib/jobs/start-server')
  startServer()
}
