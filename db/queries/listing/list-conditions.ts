import { and, or, sql, type SQL } from 'drizzle-orm'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import type { ListSearch } from '@/lib/domain/listing/list-search'

/** The range of days, which every index in the order of the list can start and end at. */
export function createdCondition(filter: ListFilter, timeZone: string): SQL | undefined {
  const { createdFrom, createdTo } = filter
  const startOf = (day: string, offset: number): SQL =>
    sql`((${day}::date + ${offset}::int)::timestamp at time zone ${timeZone})`
  return and(
    createdFrom === null ? undefined : sql`provider_created_at >= ${startOf(createdFrom, 0)}`,
    createdTo === null ? undefined : sql`provider_created_at < ${startOf(createdTo, 1)}`,
  )
}

/**
 * The conditions that no index serves, which are tested row by row. Undefined when there are none.
 */
export function residualCondition(filter: ListFilter): SQL | undefined {
  const equal = (column: string, value: string | null): SQL | undefined =>
    value === null ? undefined : sql`${sql.raw(column)} = ${value}`
  return and(
    filter.provider === null
      ? undefined
      : sql`connection_id in (select id from connections where provider = ${filter.provider})`,
    equal('connection_id', filter.connectionId),
    equal('method', filter.method),
    equal('currency', filter.currency),
    filter.minMinor === null ? undefined : sql`amount_minor >= ${filter.minMinor}::bigint`,
    filter.maxMinor === null ? undefined : sql`amount_minor <= ${filter.maxMinor}::bigint`,
    filter.heldOnly ? sql`authorized_minor - captured_minor - released_minor > 0` : undefined,
  )
}

/** The condition of a search on a row that it names: see `findNamed`. */
export function namedCondition({ name, amountMinor }: ListSearch): SQL | undefined {
  return or(
    sql`lower(customer_email) = ${name}`,
    sql`right(lower(order_reference), length(${name})) = ${name}`,
    amountIs(amountMinor),
  )
}

/** The condition of a search on a row. */
export function searchCondition(search: ListSearch | null): SQL | undefined {
  if (search === null) return undefined
  const { pattern, amountMinor } = search
  return or(pattern === null ? undefined : sql`search_text like ${pattern}`, amountIs(amountMinor))
}

function amountIs(amountMinor: number | null): SQL | undefined {
  return amountMinor === null ? undefined : sql`amount_minor = ${amountMinor}::bigint`
}
