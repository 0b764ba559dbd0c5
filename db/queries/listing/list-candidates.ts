import { and, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { ListSearch } from '@/lib/domain/listing/list-search'
import { amountIs, BACKWARDS, namedLeads, patternCondition, tagIs } from './list-conditions'
import type { ListOrder } from './list-order'

interface Candidates extends Record<string, unknown> {
  readonly proposed: number
  readonly ids: readonly string[]
}

/** The conditions of a list on a row besides the search. */
interface Wanted {
  readonly condition: SQL | undefined
  readonly order: ListOrder
}

/** Conditions that an index serves. */
interface Leads {
  /** In no order; so many rows may be proposed that another way is better. */
  readonly unordered: SQL | undefined
  /** Each a range of an index in the order of the list, or few rows. */
  readonly ordered: readonly SQL[]
}

/**
 * The first `limit` ids with exactly this e-mail address, amount, phone number or end of a card
 * number, with an operation or event of this reference, or an order reference that ends in this;
 * null when too many are proposed.
 */
export function findNamed(
  database: Database,
  search: ListSearch,
  wanted: Wanted,
  limit: number,
): Promise<readonly string[] | null> {
  const { name, namedPatterns } = search
  const highest = sql`chr(1114111)`
  const endsIn = sql`(${BACKWARDS} >= reverse(${name}) and ${BACKWARDS} < reverse(${name}) || ${highest})`
  const unordered = or(endsIn, ...namedPatterns.map((one) => sql`search_text like ${one}`))
  return propose(database, { unordered, ordered: namedLeads(search) }, wanted, limit)
}

/**
 * The first `limit` ids that the search index and the index of amounts lead to; null when the
 * search index proposes so many that scanning the newest is better.
 */
export function findCandidates(
  database: Database,
  search: ListSearch,
  wanted: Wanted,
  limit: number,
): Promise<readonly string[] | null> {
  const ordered = [tagIs(search.typed), ...search.amounts.map(amountIs)]
  return propose(database, { unordered: patternCondition(search), ordered }, wanted, limit)
}

async function propose(
  database: Database,
  { unordered, ordered }: Leads,
  { condition, order }: Wanted,
  limit: number,
): Promise<readonly string[] | null> {
  const most = LIMITS.list.searchCandidates
  const end = sql`order by ${order.orderBy} limit ${sql.raw(String(limit))}`
  const others = ordered.map(
    (lead) => sql` union (
      select id, ${order.column} from transactions where ${and(lead, condition)} ${end}
    )`,
  )
  const [found] = await database.run((db) =>
    db.execute<Candidates>(sql`
      with matching as materialized (
        select
          id, status, connection_id, method, currency, amount_minor, authorized_minor,
          captured_minor, released_minor, capture_by, provider_created_at
        from transactions where ${unordered}
      ),
      proposed as materialized (select * from matching limit ${sql.raw(String(most + 1))}),
      wanted as (
        select id, ${order.column} from proposed as transactions
        where ${condition ?? sql`true`}
        ${sql.join([...others], sql``)}
        ${end}
      )
      select
        (select count(*)::int from proposed) as proposed,
        (select coalesce(jsonb_agg(id order by ${order.orderBy}), '[]') from wanted) as ids`),
  )
  return found === undefined || found.proposed > most ? null : found.ids
}
