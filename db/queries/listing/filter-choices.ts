import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { FilterChoices } from '@/lib/domain/listing/list-filter'

/**
 * The choices of the filters: all connections and currencies, and the methods of recent payments.
 */
export async function findFilterChoices(database: Database): Promise<FilterChoices> {
  const [row] = await database.run((db) =>
    db.execute<Record<string, unknown> & FilterChoices>(sql`
      select
        (
          select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
          from connections
        ) as connections,
        (
          select coalesce(jsonb_agg(distinct currency), '[]') from transaction_tallies
        ) as currencies,
        (
          select coalesce(jsonb_agg(distinct method), '[]')
          from (
            select method from transactions
            order by provider_created_at desc nulls last, id desc nulls last
            limit ${sql.raw(String(LIMITS.list.searchScanRows))}
          ) as latest
        ) as methods`),
  )
  return row ?? { connections: [], currencies: [], methods: [] }
}
