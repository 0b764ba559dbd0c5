import type { ProviderResponse } from '../../calls/response'
import type { Checkout } from '../checkout'
import { visiblePayment } from '../entry'
import { success } from '../meta'
import { transactionView } from './transaction-view'

const USUAL_PAGE = 20

/**
 * One page of a merchant's payments, newest first (fact sheet §6.3); the order is an assumption.
 */
export function listPayments(
  checkout: Checkout,
  merchantNumber: string,
  query: Readonly<Record<string, string | undefined>>,
): ProviderResponse {
  const { settings, entries } = checkout.state
  const requested = Number(query['pagesize'] ?? USUAL_PAGE)
  const size = Math.min(Math.max(1, Math.trunc(requested) || USUAL_PAGE), settings.largestPage)
  const all = [...entries.values()]
    .filter(({ payment }) => payment.merchantNumber === merchantNumber)
    .sort((one, other) => (one.payment.createdAt < other.payment.createdAt ? 1 : -1))
  const key = query['exclusivestartkey']
  const start = key ? all.findIndex(({ id }) => id === key) + 1 : 0
  const isPastEnd = start >= all.length && all.length > 0
  const from = isPastEnd && settings.listEnd === 'repeats' ? Math.max(0, start - size) : start
  const page = all.slice(from, from + size)
  const isLast = from + size >= all.length
  const nowMs = checkout.now()
  const lastKey = isLast && settings.listEnd === 'no-key' ? null : (page.at(-1)?.id ?? null)
  return success(
    settings,
    { transactions: page.map((entry) => transactionView(visiblePayment(entry, nowMs), settings)) },
    { paging: { lastevaluatedkey: lastKey, itemsreturned: page.length } },
  )
}
