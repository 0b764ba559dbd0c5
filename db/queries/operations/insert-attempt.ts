import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Commits that an operation is about to be sent (I2). True when this caller may send: the
 * operation was still waiting for its first attempt. `deadlineMs` is the longest that the send can
 * take; repair leaves the operation alone until then.
 */
export async function insertAttempt(
  database: Database,
  attempt: { readonly id: string; readonly operationId: string; readonly deadlineMs: number },
): Promise<boolean> {
  const inserted = await database.run((db) =>
    db.execute(sql`
      with operation as (
        update operations set
          state = 'sending',
          sent_at = now(),
          next_check_at = now() + ${attempt.deadlineMs} * interval '1 millisecond'
        where id = ${attempt.operationId} and state = 'intended'
        returning id
      )
      insert into attempts (id, operation_id, number)
      select ${attempt.id}, operation.id, 1 from operation
      returning id`),
  )
  return inserted.length > 0
}

/** True when the attempt's row exists. Called after writing it gave an error. */
export async function isAttemptStored(database: Database, attemptId: string): Promise<boolean> {
  const found = await database.run((db) =>
    db.execute(sql`select 1 from attempts where id = ${attemptId}`),
  )
  return found.length > 0
}
