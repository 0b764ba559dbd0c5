import { eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema/people'

/** Makes a session one whose second factor was proved so many seconds ago. */
export function setProvedAgo(
  database: Database,
  sessionId: string,
  seconds: number,
): Promise<void> {
  return moveProof(database, eq(sessions.id, sessionId), seconds)
}

/** Does so with every session in which a second factor was proved at all. */
export function setAllProvedAgo(database: Database, seconds: number): Promise<void> {
  return moveProof(database, isNotNull(sessions.secondFactorAt), seconds)
}

async function moveProof(database: Database, which: SQL, seconds: number): Promise<void> {
  const secondFactorAt = sql`now() - make_interval(secs => ${seconds})`
  await database.run((db) => db.update(sessions).set({ secondFactorAt }).where(which))
}
