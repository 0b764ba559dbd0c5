import type { ProviderResponse } from '../../calls/response'
import { valueOf, valuesOf, type Query } from '../calls'
import { badRequest } from '../errors'
import { STATUSES, type EventName, type Transaction } from '../transaction'
import { parseTime, parseWhole } from './parse-values'

/** True when a transaction belongs into the list. */
export type Filter = (transaction: Transaction) => boolean

type FieldReader = (transaction: Transaction) => string | undefined

/** Parameters that compare one field with one or several values (fact sheet §4). */
const FIELDS: Readonly<Record<string, FieldReader>> = {
  id: (one) => one.id,
  status: (one) => one.status,
  payment_product: (one) => one.payment_product,
  payment_product_type: (one) => one.payment_product_type,
  card_brand: (one) => one.card?.brand,
  merchant_reference: (one) => one.merchant_reference,
  merchant_reference_2: (one) => one.merchant_reference_2,
  session_id: (one) => one.session_id,
  store_id: (one) => one.store?.id,
  currency: (one) => one.currency,
  payment_operation: (one) => one.payment_operation,
  customer_id: (one) => one.customer?.customer_id,
  token_id: (one) => one.card?.payment_token_id,
}

/** Time ranges over the successful events of a kind. */
const EVENT_TIMES: readonly (readonly [string, EventName])[] = [
  ['captured_at', 'CAPTURE'],
  ['refunded_at', 'REFUND'],
]

/**
 * The filters of a query. All of them must match; of a repeated parameter one value is enough.
 * Returns a 400 response for invalid values.
 */
export function parseFilters(query: Query): { filters: Filter[] } | { refusal: ProviderResponse } {
  const filters: Filter[] = []
  for (const [name, read] of Object.entries(FIELDS)) {
    const wanted = new Set(valuesOf(query, name))
    if (wanted.size > 0) filters.push((one) => wanted.has(read(one) ?? ''))
  }
  const unknownStatus = valuesOf(query, 'status').find((one) => !isStatus(one))
  if (unknownStatus !== undefined) return { refusal: badRequest('status is not known', 'status') }

  const payouts = valueOf(query, 'payout_correlation_id')?.split(',')
  if (payouts) {
    filters.push((one) => payouts.includes(one.metadata?.['payout_correlation_id'] ?? ''))
  }
  const destination = valueOf(query, 'payout_destination_id')
  if (destination !== undefined) filters.push((one) => paysOutTo(one, destination))

  for (const name of ['amount', 'amount.gte', 'amount.lte']) {
    const text = valueOf(query, name)
    if (text === undefined) continue
    const bound = parseWhole(text)
    if (bound === null) return { refusal: badRequest(`${name} must be a whole number`, name) }
    filters.push((one) => isInside(one.amount, bound, name))
  }
  return addTimeFilters(query, filters)
}

function addTimeFilters(
  query: Query,
  filters: Filter[],
): { filters: Filter[] } | { refusal: ProviderResponse } {
  const created = parseRange(query, 'created_at')
  if ('refusal' in created) return created
  if (created.range) {
    const { lowMs, highMs } = created.range
    filters.push((one) => {
      const ms = Date.parse(one.created_at)
      return ms >= lowMs && ms <= highMs
    })
  }
  for (const [name, eventName] of EVENT_TIMES) {
    const parsed = parseRange(query, name)
    if ('refusal' in parsed) return parsed
    if (!parsed.range) continue
    const { lowMs, highMs } = parsed.range
    filters.push((one) =>
      one.events.some((event) => {
        if (event.event !== eventName || !event.success) return false
        const ms = Date.parse(event.created_at)
        return ms >= lowMs && ms <= highMs
      }),
    )
  }
  return { filters }
}

function parseRange(
  query: Query,
  name: string,
): { range: { lowMs: number; highMs: number } | null } | { refusal: ProviderResponse } {
  const low = valueOf(query, `${name}.gte`)
  const high = valueOf(query, `${name}.lte`)
  if (low === undefined && high === undefined) return { range: null }
  const lowMs = low === undefined ? -Infinity : parseTime(low, 'lower')
  const highMs = high === undefined ? Infinity : parseTime(high, 'upper')
  if (lowMs === null) return { refusal: badRequest(`${name}.gte is not a time`, `${name}.gte`) }
  if (highMs === null) return { refusal: badRequest(`${name}.lte is not a time`, `${name}.lte`) }
  return { range: { lowMs, highMs } }
}

function isInside(amountMinor: number, bound: number, name: string): boolean {
  if (name === 'amount.gte') return amountMinor >= bound
  return name === 'amount.lte' ? amountMinor <= bound : amountMinor === bound
}

function isStatus(text: string): boolean {
  return (STATUSES as readonly string[]).includes(text)
}

function paysOutTo(transaction: Transaction, destination: string): boolean {
  return (
    transaction.payout_destination_id === destination ||
    (transaction.items ?? []).some((item) =>
      item.splits?.some((split) => split.payout_destination_id === destination),
    )
  )
}
