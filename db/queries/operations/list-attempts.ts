import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attempts } from '@/db/schema/operations'
import type { Exchange } from '@/lib/domain/operation/exchange'
import type { AttemptView } from '@/lib/domain/view/operation-story'

/** The sends of an operation in their order; request and answer only where they may be seen. */
export function listAttempts(
  database: Database,
  operationId: string,
  { withExchange }: { readonly withExchange: boolean },
): Promise<AttemptView[]> {
  return database.run((db) =>
    db
      .select({
        number: attempts.number,
        startedAt: attempts.startedAt,
        finishedAt: attempts.finishedAt,
        outcome: attempts.outcome,
        exchange: withExchange ? attempts.exchange : sql<Exchange | null>`null`,
      })
      .from(attempts)
      .where(eq(attempts.operationId, operationId))
      .orderBy(asc(attempts.number)),
  )
}
