import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { operations } from '@/db/schema/operations'
import type { UnreferencedOperation } from '@/lib/domain/evidence/attribution-by-totals'

/** An operation with what was known of its payment before it was sent. */
export async function findBaseline(
  database: Database,
  operationId: string,
): Promise<UnreferencedOperation> {
  const [row] = await database.run((db) =>
    db
      .select({
        kind: operations.kind,
        amountMinor: operations.amountMinor,
        baselineTotals: operations.baselineTotals,
        baselineEventCount: operations.baselineEventCount,
        sentAt: operations.sentAt,
      })
      .from(operations)
      .where(eq(operations.id, operationId)),
  )
  if (row === undefined) throw new Error(`operation ${operationId} has disappeared`)
  return { ...row, sentAt: row.sentAt?.toISOString() ?? null }
}
