import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import { runRepairLoop } from './repair-loop'

/** Checks the environment and starts repair; throws when a variable is missing or malformed. */
export function startServer(): void {
  env()
  const stop = new AbortController()
  process.once('SIGTERM', () => {
    stop.abort()
  })
  void runRepairLoop(database(), stop.signal)
}
