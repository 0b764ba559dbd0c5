import { asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { reviewDecisions } from '@/db/schema/operations'

/** The decisions of people about an operation in review. */
export function listReviewDecisions(database: Database, operationId: string) {
  return database.run((db) =>
    db
      .select({
        actorId: reviewDecisions.actorId,
        actorName: reviewDecisions.actorName,
        verdict: reviewDecisions.verdict,
        reason: reviewDecisions.reason,
        decidedAt: reviewDecisions.decidedAt,
      })
      .from(reviewDecisions)
      .where(eq(reviewDecisions.operationId, operationId))
      .orderBy(asc(reviewDecisions.decidedAt)),
  )
}
