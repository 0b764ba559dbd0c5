import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isUuid } from '@/lib/domain/listing/list-cursor'

/**
 * The one payment that this text names exactly, by our id, the provider's id or the order
 * reference; null when it names none, or more than one.
 */
export async function findExactTransaction(
  database: Database,
  text: string,
): Promise<string | null> {
  const found = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      select id from transactions where id = ${isUuid(text.toLowerCase()) ? text : null}::uuid
      union
      (
        select id from transactions
        where reverse(lower(order_reference)) collate "C" = reverse(lower(${text}))
        limit 2
      )
      union
      select payment.id from connections cross join lateral (
        select id from transactions
        where connection_id = connections.id and provider_transaction_id = ${text}
        limit 1
      ) as payment
      limit 2`),
  )
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? null : only.id
}
