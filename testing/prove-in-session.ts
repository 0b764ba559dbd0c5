import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema/people'

/** Makes a session one whose second factor was proved so many seconds ago. */
export async function setProvedAgo(
  database: Database,
  sessionId: string,
  seconds: number,
): Promise<void> {
  const secondFactorAt = sql`now() - make_interval(secs => ${seconds})`
  await database.run((db) =>
    db.update(sessions).set({ secondFactorAt }).where(eq(sessions.id, sessionId)),
  )
}
