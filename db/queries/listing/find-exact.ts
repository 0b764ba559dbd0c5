import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import type { Scope } from '@/lib/domain/access/scope'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { readTyped } from '@/lib/domain/listing/list-search'
import { searchKey } from '@/lib/domain/listing/search-key'
import { BACKWARDS } from './list-conditions'

/**
 * The one payment that this text names exactly, by our id, the provider's id, the order reference
 * or the reference that we sent with an operation; null when it names none, or more than one.
 */
export async function findExactTransaction(
  database: Database,
  scope: Scope,
  typed: string,
): Promise<string | null> {
  const text = readTyped(typed)
  const operationId = idOfOurReference(text)
  const within = withinScope(scope, sql`connection_id`) ?? sql`true`
  const found = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      select id from transactions
      where id = ${isUuid(text.toLowerCase()) ? text : null}::uuid and ${within}
      union
      (
        select id from transactions
        where ${BACKWARDS} = reverse(${searchKey(text)}) and ${within}
        limit 2
      )
      union
      select transaction_id from operations
      where id = ${operationId}::uuid
        and ${ofPaymentWithin(scope, sql`operations.transaction_id`) ?? sql`true`}
      union
      select payment.id from connections cross join lateral (
        select id from transactions
        where connection_id = connections.id and provider_transaction_id = ${text}
        limit 1
      ) as payment
      where ${withinScope(scope, sql`connections.id`) ?? sql`true`}
      limit 2`),
  )
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? null : only.id
}

/** The operation whose reference this is: `pd-` and its id, behind what a person typed. */
function idOfOurReference(text: string): string | null {
  const [, ...parts] =
    /(?:^|\s)pd-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(text) ??
    []
  return parts.length === 0 ? null : parts.join('-')
}
