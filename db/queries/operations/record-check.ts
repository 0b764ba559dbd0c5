import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'

export interface CheckRecord {
  readonly operationId: string
  /** The result of the check at the provider. */
  readonly found: StatusDetail
  /** The consequence of a due check for the next ones; null for a check before its time. */
  readonly due: DueCheck | null
}

export interface DueCheck {
  /** True when it is one more in a row of reads that prove absence (I8). */
  readonly absent: boolean
  /** Milliseconds until the next check. */
  readonly nextCheckMs: number
  /** False where the check uses up nothing of the schedule. */
  readonly isCounted: boolean
}

/**
 * Notes a look at the provider that settled nothing, and gives the lease back. However often people
 * look, the schedule stays as it is.
 */
export async function recordCheck(database: Database, check: CheckRecord): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update operations set
        ${scheduleChanges(check.due)}
        last_checked_at = now(),
        last_check_found = ${JSON.stringify(check.found)}::jsonb,
        leased_until = null
      where id = ${check.operationId} and settled_at is null`),
  )
}

function scheduleChanges(due: DueCheck | null): SQL {
  if (due === null) return sql``
  return sql`
        checks = checks + ${due.isCounted ? 1 : 0},
        absent_reads = case when ${due.absent} then absent_reads + 1 else 0 end,
        next_check_at = now() + ${due.nextCheckMs} * interval '1 millisecond',`
}

/** Makes the next check of an operation due now, because a read has shown its end. */
export async function scheduleCheckNow(database: Database, operationId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update operations set next_check_at = now()
      where id = ${operationId} and state in ('pending', 'unknown') and next_check_at > now()`),
  )
}
