import { asc, count, eq, inArray, sql, sum } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations, reviewDecisions } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { OPEN_STATES, type OpenState } from '@/lib/domain/operation/outcome'
import { OPERATION_VIEW } from './operations'

/** The operations that are not settled, oldest first, with their payment's name. */
export function listOpenOperations(
  database: Database,
  filter: { readonly states: readonly OpenState[] },
) {
  const states = filter.states.length === 0 ? OPEN_STATES : filter.states
  return database.run((db) =>
    db
      .select({
        operation: OPERATION_VIEW,
        orderReference: transactions.orderReference,
        customerName: transactions.customerName,
        ageMs: sql<number>`floor(extract(epoch from now() - ${operations.createdAt}) * 1000)::float8`,
      })
      .from(operations)
      .innerJoin(transactions, eq(transactions.id, operations.transactionId))
      .where(inArray(operations.state, [...states]))
      .orderBy(asc(operations.createdAt))
      .limit(LIMITS.page.openOperations),
  )
}

/** How many operations are open in each state, and for how much in each currency. */
export function sumOpenOperations(database: Database) {
  return database.run((db) =>
    db
      .select({
        state: operations.state,
        currency: operations.currency,
        count: count(),
        amountMinor: sum(operations.amountMinor).mapWith(Number),
      })
      .from(operations)
      .where(inArray(operations.state, [...OPEN_STATES]))
      .groupBy(operations.state, operations.currency),
  )
}

/** All open operations in a few figures, for pages that watch them. */
interface OpenOperationsNow {
  /** Another text after every write to an open operation. */
  readonly version: string
  /** How many wait for a person. */
  readonly inReview: number
}

/** How the open operations stand; the partial index of open operations holds them. */
export async function readOpenOperationsNow(database: Database): Promise<OpenOperationsNow> {
  const [row] = await database.run((db) =>
    db
      .select({
        version: sql<string>`md5(coalesce(
          string_agg(${operations.id}::text || ${operations}.xmin::text, ',' order by ${operations.id}), ''
        ))`,
        inReview: sql`count(*) filter (where ${operations.state} = 'needs_review')`.mapWith(Number),
      })
      .from(operations)
      .where(inArray(operations.state, [...OPEN_STATES])),
  )
  return row ?? { version: '', inReview: 0 }
}

/** Who has decided what about an operation in review. */
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
