import type { Database } from '@/db/client'
import { listDeadSends } from '@/db/queries/operations/list-dead-sends'
import { recordOutcome } from '@/db/queries/operations/record-outcome'
import { LIMITS } from '@/lib/config/limits'
import { log } from '@/lib/observability/log'
import { logChangeOf } from '@/lib/operations/runner/log-change'

/**
 * One round of noticing senders that are gone: what they were sending becomes *unknown*, to be
 * checked at once. It proves no more than that: absence still counts from the deadline of the send,
 * because a lock also ends with its connection. Reads nothing at any provider, so that it never
 * waits for one. Returns how many were found.
 */
export async function followDeadSendsOnce(database: Database): Promise<number> {
  const ids = await listDeadSends(database, LIMITS.repair.deadSends)
  await Promise.all(ids.map((operationId) => markUnknown(database, operationId)))
  return ids.length
}

/** An error of one must not keep the others waiting; it is found again in the next round. */
async function markUnknown(database: Database, operationId: string): Promise<void> {
  try {
    const recorded = await recordOutcome(database, {
      operationId,
      state: 'unknown',
      message: { code: 'sender_stopped' },
      refusalCode: null,
      retry: null,
      providerReference: null,
      snapshot: null,
      readAt: null,
      checkAfterMs: 0,
      attempt: null,
      by: 'system',
    })
    // Null where its sender, or another instance, was faster.
    if (recorded === null) return
    log().warn({ operationId }, 'a sender is gone; its operation is checked')
    await logChangeOf(database, recorded.operation, 'sending')
  } catch (error) {
    log().warn({ error, operationId }, 'an operation without a sender was not marked')
  }
}
