import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Puts the next check off until a limit on reads allows it, and gives the lease back. Nothing was
 * read, so count, proof of absence and what was found last stay as they are.
 */
export async function recordWait(
  database: Database,
  wait: { readonly operationId: string; readonly waitMs: number },
): Promise<void> {
  await database.run((db) =>
    db.execute(sql`
      update operations set
        next_check_at = greatest(
          next_check_at, now() + ${wait.waitMs}::float8 * interval '1 millisecond'
        ),
        leased_until = null
      where id = ${wait.operationId} and settled_at is null and state <> 'needs_review'`),
  )
}
