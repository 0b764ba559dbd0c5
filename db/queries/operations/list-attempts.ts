import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { attempts, operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { AttemptView } from '@/lib/domain/view/operation-detail'

/**
 * The sends of an operation in scope, in their order; request and answer only where they may be
 * seen.
 */
export function listAttempts(
  database: Database,
  scope: Scope,
  operationId: string,
  { withHttpExchange }: { readonly withHttpExchange: boolean },
): Promise<AttemptView[]> {
  return database.run((db) =>
    db
      .select({
        number: attempts.number,
        startedAt: attempts.startedAt,
        finishedAt: attempts.finishedAt,
        outcome: attempts.outcome,
        httpExchange: withHttpExchange ? attempts.httpExchange : sql<HttpExchange | null>`null`,
      })
      .from(attempts)
      .innerJoin(operations, eq(operations.id, attempts.operationId))
      .innerJoin(transactions, eq(transactions.id, operations.transactionId))
      .where(
        and(eq(attempts.operationId, operationId), withinScope(scope, transactions.connectionId)),
      )
      .orderBy(asc(attempts.number)),
  )
}
