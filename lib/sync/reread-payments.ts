import type { Database } from '@/db/client'
import { claimDuePayments } from '@/db/queries/sync/scheduled-reads'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'
import { readPayment } from './read-payment'

/**
 * One round of reading payments that can still change and whose time has come, for what nobody
 * tells us of. Returns how many were due.
 */
export async function rereadPaymentsOnce(database: Database): Promise<number> {
  const due = await claimDuePayments(database, LIMITS.reread)
  await Promise.all(
    due.map(async ({ connectionId, ...locator }) => {
      try {
        const read = await readPayment(database, connectionId, locator)
        if (!read.ok) log().info({ ...locator, problem: read.problem }, 'a payment was not read')
      } catch (error) {
        log().warn({ error, ...locator }, 'reading a payment failed')
      }
    }),
  )
  return due.length
}
