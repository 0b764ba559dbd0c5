import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attempts } from '@/db/schema/operations'
import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { AttemptView } from '@/lib/domain/view/operation-detail'

/** The sends of an operation in their order; request and answer only where they may be seen. */
export function listAttempts(
  database: Database,
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
      .where(eq(attempts.operationId, operationId))
      .orderBy(asc(attempts.number)),
  )
}
