import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Holds an attempt's lock until the answered function is called, or this process or its connection
 * is gone. While it is held bytes of the attempt may still leave, so silence of the provider proves
 * nothing.
 */
export async function holdSenderLock(
  database: Database,
  attemptId: string,
): Promise<() => Promise<void>> {
  const session = database.session()
  const say = (statement: SQL) => session.run((db) => db.execute(statement))
  await say(sql`select pg_advisory_lock(${keyOf(sql`${attemptId}::text`)})`)
  return async () => {
    await say(sql`select pg_advisory_unlock(${keyOf(sql`${attemptId}::text`)})`)
  }
}

/** Whether the sender of an attempt still holds its lock; false where there is no attempt. */
export function isSenderAlive(attemptId: SQL): SQL {
  return sql`coalesce(not pg_try_advisory_xact_lock_shared(${keyOf(sql`${attemptId}::text`)}), false)`
}

function keyOf(name: SQL): SQL {
  return sql`hashtextextended(${name}, 0)`
}
