import { and, asc, count, eq, inArray, sql, sum } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import { operations } from '@/db/schema/operations'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { OPEN_STATES, type OpenState } from '@/lib/domain/operation/outcome'
import { OPERATION_VIEW } from './operation-view'

/** The operations in scope that are not settled, oldest first, with their payment's name. */
export function listOpenOperations(
  database: Database,
  scope: Scope,
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
      .where(
        and(inArray(operations.state, [...states]), withinScope(scope, transactions.connectionId)),
      )
      .orderBy(asc(operations.createdAt))
      .limit(LIMITS.page.openOperations),
  )
}

/** The number of open operations in scope in each state, and their sum in each currency. */
export function sumOpenOperations(database: Database, scope: Scope) {
  return database.run((db) =>
    db
      .select({
        state: operations.state,
        currency: operations.currency,
        count: count(),
        amountMinor: sum(operations.amountMinor).mapWith(Number),
      })
      .from(operations)
      .where(
        and(
          inArray(operations.state, [...OPEN_STATES]),
          ofPaymentWithin(scope, operations.transactionId),
        ),
      )
      .groupBy(operations.state, operations.currency),
  )
}
