import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { users } from '@/db/schema/people'
import type { Scope } from '@/lib/domain/access/scope'

/**
 * The condition that a row's connection is in scope. Undefined where the scope is all connections:
 * a statement without a condition keeps its plan.
 */
export function withinScope(scope: Scope, connectionId: SQLWrapper): SQL | undefined {
  if (scope === 'all') return undefined
  return scope.length === 0 ? sql`false` : sql`${connectionId} in (${uuids(scope)})`
}

/** The same of a row that belongs to a payment, named by the payment's id. */
export function ofPaymentWithin(scope: Scope, transactionId: SQLWrapper): SQL | undefined {
  const condition = withinScope(scope, sql`payment_in_scope.connection_id`)
  if (condition === undefined) return undefined
  return sql`exists (
    select 1 from transactions as payment_in_scope
    where payment_in_scope.id = ${transactionId} and ${condition}
  )`
}

/** Ids as the members of a list in SQL. */
function uuids(ids: readonly string[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
}

/** The scope of a row of `users`. */
export const PERSON_SCOPE = sql<Scope>`coalesce(to_jsonb(${users.connectionIds}), '"all"')`

/** A scope as `users.connection_ids` holds it, so that equal scopes are equal values. */
export function connectionIdsOf(scope: Scope): SQL {
  if (scope === 'all') return sql`null::uuid[]`
  return sql`array[${uuids([...new Set(scope)].toSorted())}]::uuid[]`
}
