import { and, or, sql, type SQL } from 'drizzle-orm'
import { oneOf } from '@/db/schema/columns'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import type { ListSearch, SearchAmount } from '@/lib/domain/listing/list-search'
import type { Rest } from '@/lib/domain/listing/rest'
import { unusualCurrencies } from '@/lib/domain/money/currency'
import { REST_STATUSES } from '@/lib/domain/payment/transaction'

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
    filter.minTenThousandths === null
      ? undefined
      : sql`amount_minor * ${MINOR_UNIT} >= ${filter.minTenThousandths}::bigint`,
    filter.maxTenThousandths === null
      ? undefined
      : sql`amount_minor * ${MINOR_UNIT} <= ${filter.maxTenThousandths}::bigint`,
    filter.heldOnly ? HOLDS : undefined,
    restCondition(filter.rest),
    tagCondition(filter),
  )
}

/** A part was captured, something is held, and a person has decided about it or not. */
function restCondition(rest: Rest | null): SQL | undefined {
  if (rest === null) return undefined
  const kept = sql`id in (select transaction_id from kept_rests)`
  return and(oneOf(sql`status`, REST_STATUSES), HOLDS, rest === 'kept' ? kept : sql`not ${kept}`)
}

/** The payments with the tag that is asked for, by their ids: undefined where none is. */
export function tagCondition({ tag }: Pick<ListFilter, 'tag'>): SQL | undefined {
  return tag === null ? undefined : hasTag(sql`${tag}`)
}

/** An array, so that few payments are looked up by id instead of all being tested. */
function hasTag(tag: SQL): SQL {
  return sql`id = any(array(select transaction_id from payment_tags where tag = ${tag}))`
}

/** Something of a row is held now. */
const HOLDS = sql`authorized_minor - captured_minor - released_minor > 0`

/** The minor unit of a row's currency in ten-thousandths; numeric, so that no product is too large. */
const MINOR_UNIT = sql`(case
  when ${oneOf(sql`currency`, unusualCurrencies(0))} then 10000
  when ${oneOf(sql`currency`, unusualCurrencies(3))} then 10
  when ${oneOf(sql`currency`, unusualCurrencies(4))} then 1
  else 100
end)::numeric`

/** A payment's order reference backwards, as `transactions_reference_end` has it. */
export const BACKWARDS = sql`(reverse(search_key(order_reference)) collate "C")`

/** Conditions by which a search names a payment; an index in the order of the list serves each. */
export function namedLeads({ name, typed, amounts }: ListSearch): readonly SQL[] {
  return [
    sql`search_key(customer_email) = ${name}`,
    sql`id = any(array(
      select transaction_id from operations
      where search_key(left(reference, -36)) = ${name} and length(reference) > 36
    ))`,
    sql`id = any(array(select transaction_id from transaction_events where reference = ${typed}))`,
    tagIs(typed),
    ...amounts.map(amountIs),
  ]
}

/** The condition of a search on a row that it names: see `findNamed`. */
export function namedCondition(search: ListSearch): SQL | undefined {
  const { name, namedPatterns } = search
  return or(
    sql`right(search_key(order_reference), length(${name})) = ${name}`,
    ...namedPatterns.map((pattern) => sql`search_text like ${pattern}`),
    ...namedLeads(search),
  )
}

/** The condition of a search on a row. */
export function searchCondition(search: ListSearch | null): SQL | undefined {
  if (search === null) return undefined
  return or(patternCondition(search), tagIs(search.typed), ...search.amounts.map(amountIs))
}

/** True of a row with a tag of this text, whole. */
export function tagIs(typed: string): SQL {
  return hasTag(sql`search_key(${typed})`)
}

/** The condition of a search on the search text of a row; undefined when it is an amount only. */
export function patternCondition({ patterns }: ListSearch): SQL | undefined {
  return or(...patterns.map((all) => and(...all.map((one) => sql`search_text like ${one}`))))
}

/** True of a row with this amount in one of its currencies. */
export function amountIs({ amountMinor, currencies }: SearchAmount): SQL {
  const amount = sql`amount_minor = ${amountMinor}::bigint`
  return currencies === null ? amount : sql`(${amount} and ${oneOf(sql`currency`, currencies)})`
}
