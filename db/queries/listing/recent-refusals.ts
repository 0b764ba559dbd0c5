import { and, desc, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin } from '@/db/queries/within-scope'
import { operations } from '@/db/schema/operations'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { IS_CORRECTED } from './corrected-refusal'

/**
 * Recent refusals on these payments that no later success made up for and that the provider has not
 * corrected: the reasons why they need
 * attention.
 */
export async function findRecentRefusals(
  database: Database,
  scope: Scope,
  transactionIds: readonly string[],
): Promise<ReadonlyMap<string, OperationKind>> {
  const { recentHours } = LIMITS.list.attention
  const rows = await database.run((db) =>
    db
      .selectDistinctOn([operations.transactionId], {
        id: operations.transactionId,
        kind: operations.kind,
        state: operations.state,
      })
      .from(operations)
      .where(
        and(
          inArray(operations.transactionId, [...transactionIds]),
          inArray(operations.state, ['refused', 'succeeded']),
          ofPaymentWithin(scope, operations.transactionId),
          sql`not (${operations.state} = 'refused' and ${IS_CORRECTED})`,
          sql`${operations.settledAt} > now() - ${recentHours} * interval '1 hour'`,
        ),
      )
      .orderBy(operations.transactionId, desc(operations.createdAt)),
  )
  return new Map(rows.filter(({ state }) => state === 'refused').map(({ id, kind }) => [id, kind]))
}
