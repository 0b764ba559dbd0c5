import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { operations, reviewDecisions } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'

/** The decisions of people about an operation in review, when it is in scope. */
export function listReviewDecisions(database: Database, scope: Scope, operationId: string) {
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
      .innerJoin(operations, eq(operations.id, reviewDecisions.operationId))
      .innerJoin(transactions, eq(transactions.id, operations.transactionId))
      .where(
        and(
          eq(reviewDecisions.operationId, operationId),
          withinScope(scope, transactions.connectionId),
        ),
      )
      .orderBy(asc(reviewDecisions.decidedAt)),
  )
}
