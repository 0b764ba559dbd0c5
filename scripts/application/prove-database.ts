import { proveDatabase, UnfitDatabaseError } from '@/db/prove-database'
import { log } from '@/lib/observability/log'
import { failAfterStopping, stopBeforeExit } from '../processes/shutdown'

const AGAIN_MS = 5_000

/**
 * Proves that the database is fit for money. One that cannot be asked now is tried until it answers:
 * Paydesk starts without it, and ends by itself when it turns out to be unfit.
 * @throws UnfitDatabaseError when it is unfit
 */
export async function proveDatabaseAtStart(databaseUrl: string): Promise<void> {
  if (await isProved(databaseUrl)) return
  let isTrying = false
  const timer = setInterval(() => {
    if (isTrying) return
    isTrying = true
    isProved(databaseUrl)
      .then((isDone) => {
        if (isDone) clearInterval(timer)
      })
      .catch(failAfterStopping)
      .finally(() => {
        isTrying = false
      })
  }, AGAIN_MS)
  stopBeforeExit(() => {
    clearInterval(timer)
    return Promise.resolve()
  })
}

/** False when the database cannot be asked now. */
async function isProved(databaseUrl: string): Promise<boolean> {
  try {
    await proveDatabase(databaseUrl)
    return true
  } catch (error) {
    if (error instanceof UnfitDatabaseError) throw error
    log().warn({ err: error }, 'the database could not be proved fit yet')
    return false
  }
}
