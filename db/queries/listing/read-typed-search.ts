import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { readSearch, type ListSearch } from '@/lib/domain/listing/list-search'

/** The meaning of a typed search; null for none. Amounts are read in the currencies of payments. */
export async function readTypedSearch(
  database: Database,
  typed: string | null,
): Promise<ListSearch | null> {
  if (typed === null) return null
  // Amounts have figures; full-width ones are more than ASCII's.
  const currencies = /\p{Nd}/u.test(typed) ? await listCurrencies(database) : []
  return readSearch(typed, LIMITS.search.textLength, currencies)
}

/** The currencies that payments have: the few of the tallies, and of changes not folded in yet. */
async function listCurrencies(database: Database): Promise<readonly string[]> {
  const rows = await database.run((db) =>
    db.execute<{ currency: string }>(sql`
      select currency from transaction_tallies
      union select currency from transaction_tally_changes
      order by currency`),
  )
  return rows.map(({ currency }) => currency)
}
