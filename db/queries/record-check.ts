import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Said } from '@/lib/domain/saying'

export interface CheckRecord {
  readonly operationId: string
  /** What the look at the provider showed. */
  readonly found: Said
  /** Whether it is one more in a row that proves absence (I8). */
  readonly absent: boolean
  /** Milliseconds until the next look. */
  readonly nextCheckMs: number
}

/** Notes a look at the provider that settled nothing, and gives the lease back. */
export async function recordCheck(database: Database, check: CheckRecord): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update operations set
        checks = checks + 1,
        last_checked_at = now(),
        last_check_found = ${JSON.stringify(check.found)}::jsonb,
        absent_reads = case when ${check.absent} then absent_reads + 1 else 0 end,
        next_check_at = now() + ${check.nextCheckMs} * interval '1 millisecond',
        leased_until = null
      where id = ${check.operationId} and settled_at is null`),
  )
}

/** Makes the next look at an operation due now, for a read has shown how it ended. */
export async function hastenCheck(database: Database, operationId: string): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update operations set next_check_at = now()
      where id = ${operationId} and state in ('pending', 'unknown') and next_check_at > now()`),
  )
}
