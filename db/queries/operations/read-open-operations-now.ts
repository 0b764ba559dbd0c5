import { and, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin } from '@/db/queries/within-scope'
import { operations } from '@/db/schema/operations'
import type { Scope } from '@/lib/domain/access/scope'
import { OPEN_STATES } from '@/lib/domain/operation/outcome'

/** All open operations in a few figures, for pages that watch them. */
interface OpenOperationsNow {
  /** Another text after every write to an open operation. */
  readonly version: string
  /** Number of operations that wait for a person. */
  readonly inReview: number
}

/** Counts of the open operations in scope; the partial index of open operations serves them. */
export async function readOpenOperationsNow(
  database: Database,
  scope: Scope,
): Promise<OpenOperationsNow> {
  const [row] = await database.run((db) =>
    db
      .select({
        version: sql<string>`md5(coalesce(
          string_agg(${operations.id}::text || ${operations}.xmin::text, ',' order by ${operations.id}), ''
        ))`,
        inReview: sql`count(*) filter (where ${operations.state} = 'needs_review')`.mapWith(Number),
      })
      .from(operations)
      .where(
        and(
          inArray(operations.state, [...OPEN_STATES]),
          ofPaymentWithin(scope, operations.transactionId),
        ),
      ),
  )
  return row ?? { version: '', inReview: 0 }
}
