import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../client'

/** True when the database responds within the given time. Never rejects. */
export async function isDatabaseAnswering(database: Database, withinMs: number): Promise<boolean> {
  const answers = database
    .run((db) => db.execute(sql`select 1`))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answers, sleep(withinMs, false, { ref: false })])
}
