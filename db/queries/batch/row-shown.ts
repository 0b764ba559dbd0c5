import { sql, type SQL } from 'drizzle-orm'
import { withinScope } from '@/db/queries/within-scope'
import type { Actor } from '@/lib/domain/access/actor'

/**
 * The condition for a row of `batch_rows`, called `item`, that a reader may see: those of payments in
 * scope. One without a payment is for who made the batch, and for people who see all connections.
 * @param madeBy the id of the person who made the batch
 */
export function rowShown({ userId, scope }: Pick<Actor, 'userId' | 'scope'>, madeBy: SQL): SQL {
  const within = withinScope(scope, sql`item.connection_id`)
  if (within === undefined) return sql`true`
  return sql`(
    case when item.connection_id is null then ${madeBy} = ${userId}::uuid else ${within} end
  )`
}
