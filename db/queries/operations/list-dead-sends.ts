import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isSenderAlive } from './sender-lock'

/**
 * The operations that have lost their sender: still *sending*, the attempt unfinished, and the lock
 * of its sender free. A sender takes the lock before it writes the attempt and gives it
 * back after the outcome, so a free one means that its process or its connection has ended. Oldest
 * first.
 */
export async function listDeadSends(
  database: Database,
  { limit }: { readonly limit: number },
): Promise<readonly string[]> {
  const rows = await database.run((db) =>
    // Materialized: the locks of other attempts must not be touched.
    db.execute<{ id: string }>(sql`
      with send as materialized (
        select operations.id, sent_at, attempts.id as attempt_id
        from operations join attempts on attempts.operation_id = operations.id
        where state = 'sending' and finished_at is null
      )
      select id from send where not ${isSenderAlive(sql`attempt_id`)}
      order by sent_at
      limit ${limit}`),
  )
  return rows.map(({ id }) => id)
}
