import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { readSearch, type ListSearch } from '@/lib/domain/listing/list-search'

/** The meaning of a typed search; null for none. Amounts are read in the currencies of payments. */
export async function readTypedSearch(
  database: Database,
  scope: Scope,
  typed: string | null,
): Promise<ListSearch | null> {
  if (typed === null) return null
  // Amounts have figures; full-width ones are more than ASCII's.
  const currencies = /\p{Nd}/u.test(typed) ? await listCurrencies(database, scope) : []
  return readSearch(typed, LIMITS.search.textLength, currencies)
}

/** The currencies that payments have: the few of the tallies, and of changes not folded in yet. */
async function listCurrencies(database: Database, scope: Scope): Promise<readonly string[]> {
  const within = withinScope(scope, sql`connection_id`) ?? sql`true`
  const rows = await database.run((db) =>
    db.execute<{ currency: string }>(sql`
      select currency from transaction_tallies where ${within}
      union select currency from transaction_tally_changes where ${within}
      order by currency`),
  )
  return rows.map(({ currency }) => currency)
}
