import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outerColumn } from '@/db/queries/outer-column'
import { withinScope } from '@/db/queries/within-scope'
import { transactions } from '@/db/schema/transactions'
import type { Scope } from '@/lib/domain/access/scope'
import { isUuid } from '@/lib/domain/listing/list-cursor'

/**
 * A text that is another one after every write to a payment, to its open operation, to its audit
 * trail or to its failed reads. Four look-ups by a key; for statements that select from
 * `transactions`.
 */
export const TRANSACTION_VERSION = sql<string>`concat_ws(
  '.',
  ${transactions}.xmin::text,
  (
    select open.xmin::text from operations as open
    where open.id = ${outerColumn(transactions.openOperationId)}
  ),
  (
    select head.sequence::text from audit_heads as head
    where head.stream_id = ${outerColumn(transactions.id)}
  ),
  (
    select 'unread ' || unread.xmin::text from unread_payments as unread
    where unread.connection_id = ${outerColumn(transactions.connectionId)}
      and unread.provider_transaction_id = ${outerColumn(transactions.providerTransactionId)}
  )
)`

/** The version of a payment now, or null when there is none with this id in scope. */
export async function findTransactionVersion(
  database: Database,
  scope: Scope,
  id: string,
): Promise<string | null> {
  if (!isUuid(id)) return null
  const [row] = await database.run((db) =>
    db
      .select({ version: TRANSACTION_VERSION })
      .from(transactions)
      .where(and(eq(transactions.id, id), withinScope(scope, transactions.connectionId))),
  )
  return row?.version ?? null
}
