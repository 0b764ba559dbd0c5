import { and, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import type { ListSearch } from '@/lib/domain/list-search'
import type { ListOrder } from './list-order'

interface Candidates extends Record<string, unknown> {
  readonly proposed: number
  readonly ids: readonly string[]
}

/** What a list asks of a row besides the search. */
interface Wanted {
  readonly condition: SQL | undefined
  readonly order: ListOrder
}

/** The first `limit` ids with exactly this order reference or e-mail address, in lower case. */
export async function findNamed(
  database: Database,
  name: string,
  { condition, order }: Wanted,
  limit: number,
): Promise<readonly string[]> {
  const end = sql`order by ${order.orderBy} limit ${sql.raw(String(limit))}`
  const by = (column: SQL): SQL => sql`(
    select id, ${order.column} from transactions
    where ${and(sql`lower(${column}) = ${name}`, condition)} ${end}
  )`
  const found = await database.run((db) =>
    db.execute<{ id: string }>(sql`
      select id from (
        ${by(sql`order_reference`)} union ${by(sql`customer_email`)}
      ) as named ${end}`),
  )
  return found.map(({ id }) => id)
}

/**
 * The first `limit` ids that the search index and the index of amounts lead to; null when the
 * search index proposes so many that looking through the newest is better.
 */
export async function findCandidates(
  database: Database,
  search: ListSearch,
  { condition, order }: Wanted,
  limit: number,
): Promise<readonly string[] | null> {
  const most = LIMITS.list.searchCandidates
  const end = sql`order by ${order.orderBy} limit ${sql.raw(String(limit))}`
  const ofAmount =
    search.amountMinor === null
      ? sql``
      : sql`union (
          select id, ${order.column} from transactions
          where ${and(sql`amount_minor = ${search.amountMinor}::bigint`, condition)} ${end}
        )`
  const [found] = await database.run((db) =>
    db.execute<Candidates>(sql`
      with matching as materialized (
        select
          id, status, connection_id, method, currency, amount_minor, authorized_minor,
          captured_minor, released_minor, capture_by, provider_created_at
        from transactions where search_text like ${search.pattern}
      ),
      proposed as materialized (select * from matching limit ${sql.raw(String(most + 1))}),
      wanted as (
        select id, ${order.column} from proposed as transactions
        where ${condition ?? sql`true`}
        ${ofAmount}
        ${end}
      )
      select
        (select count(*)::int from proposed) as proposed,
        (select coalesce(jsonb_agg(id order by ${order.orderBy}), '[]') from wanted) as ids`),
  )
  return found === undefined || found.proposed > most ? null : found.ids
}
