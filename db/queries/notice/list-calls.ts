import { desc, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isoTime } from '@/db/queries/database-time'
import { noticeSends } from '@/db/schema/notices'
import { LIMITS } from '@/lib/config/limits'

/** The last calls to the webhook, the newest first. */
export function listWebhookCalls(database: Database) {
  const { id, kind, state, createdAt, problem, status, userId } = noticeSends
  return database.run((db) =>
    db
      .select({
        id,
        kind,
        state,
        problem,
        status,
        createdAt: isoTime(sql`${createdAt}`),
      })
      .from(noticeSends)
      .where(isNull(userId))
      .orderBy(desc(createdAt), desc(id))
      .limit(LIMITS.notice.webhook.callsListed),
  )
}
