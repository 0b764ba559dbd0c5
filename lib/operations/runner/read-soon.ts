import type { Database } from '@/db/client'
import { scheduleReadNow } from '@/db/queries/sync/scheduled-reads'
import { log } from '@/lib/observability/log'

/**
 * Has a payment read soon after an outcome is written. An error is only logged: the usual reads go
 * on.
 */
export async function readSoon(database: Database, transactionId: string): Promise<void> {
  try {
    await scheduleReadNow(database, transactionId)
  } catch (error) {
    log().warn({ error, transactionId }, 'read not scheduled')
  }
}
