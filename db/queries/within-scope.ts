import { sql, type Placeholder, type SQL, type SQLWrapper } from 'drizzle-orm'
import { users } from '@/db/schema/people'
import type { Scope } from '@/lib/domain/access/scope'

/**
 * The condition that a row's connection is in scope. Undefined where the scope is all connections:
 * a statement without a condition keeps its plan.
 */
export function withinScope(
  scope: Scope | readonly Placeholder[],
  connectionId: SQLWrapper,
): SQL | undefined {
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
function uuids(ids: readonly (string | Placeholder)[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
}

/** A scope in a prepared statement; one of as many connections is another statement. */
export function scopeToCome(scope: Scope): {
  readonly name: string
  readonly scope: 'all' | readonly Placeholder[]
  readonly values: Readonly<Record<string, string>>
} {
  if (scope === 'all') return { name: 'all', scope, values: {} }
  const named = scope.map((id, index) => [`scope${index}`, id] as const)
  return {
    name: String(scope.length),
    scope: named.map(([name]) => sql.placeholder(name)),
    values: Object.fromEntries(named),
  }
}

/** The scope of a row of `users`. */
export const PERSON_SCOPE = sql<Scope>`coalesce(to_jsonb(${users.connectionIds}), '"all"')`

/** A scope as `users.connection_ids` holds it, so that equal scopes are equal values. */
export function connectionIdsOf(scope: Scope): SQL {
  if (scope === 'all') return sql`null::uuid[]`
  return sql`array[${uuids([...new Set(scope)].toSorted())}]::uuid[]`
}
