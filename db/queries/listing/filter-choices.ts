import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { EVERYTHING, type FilterChoices } from '@/lib/domain/listing/list-filter'
import { branchesOf } from './list-branches'
import { NEWEST } from './list-order'

/**
 * The choices of the filters: the connections in scope, their currencies, and the methods of their
 * recent payments.
 */
export async function findFilterChoices(database: Database, scope: Scope): Promise<FilterChoices> {
  const latest = branchesOf(EVERYTHING, scope).map(
    (branch) => sql`(
      select method from transactions where ${branch}
      order by ${NEWEST.orderBy}
      limit ${sql.raw(String(LIMITS.list.searchScanRows))}
    )`,
  )
  const [row] = await database.run((db) =>
    db.execute<Record<string, unknown> & FilterChoices>(sql`
      select
        (
          select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
          from connections where ${withinScope(scope, sql`id`) ?? sql`true`}
        ) as connections,
        (
          select coalesce(jsonb_agg(distinct currency), '[]') from transaction_tallies
          where ${withinScope(scope, sql`connection_id`) ?? sql`true`}
        ) as currencies,
        (
          select coalesce(jsonb_agg(distinct method), '[]')
          from (${sql.join(latest, sql` union all `)}) as latest
        ) as methods`),
  )
  return row ?? { connections: [], currencies: [], methods: [] }
}
