import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import type { DinteroTransaction } from './schema'

const DAY_MS = 24 * 60 * 60 * 1000
const EXPIRATION = 'klarna:authorization_expiration'

/**
 * Days for which a method usually holds an authorization (fact sheet §12). Billie isn't listed
 * there and is taken to behave as Klarna, which it runs through.
 */
const USUAL_DAYS: readonly (readonly [prefix: string, days: number])[] = [
  ['klarna.', 28],
  ['collector.', 90],
  ['payex.swish', 0],
  ['swish.', 0],
  ['vipps', 7],
  ['payex.', 7],
  ['bambora.', 7],
  ['dintero_psp.', 7],
  ['netaxept.', 7],
]

/**
 * Until when the rest can be captured: the provider's own date from the newest event that has one,
 * else what is usual for the method, else null.
 */
export function captureDeadline(transaction: DinteroTransaction): CaptureDeadline | null {
  const events = transaction.events ?? []
  for (const event of events.toReversed()) {
    const value = event.metadata?.[EXPIRATION]
    const at = typeof value === 'string' ? new Date(value) : null
    if (at !== null && !Number.isNaN(at.getTime())) return { at, source: 'provider' }
  }
  const days = USUAL_DAYS.find(([prefix]) =>
    transaction.payment_product_type.startsWith(prefix),
  )?.[1]
  if (days === undefined || days === 0) return null
  const authorized = events.find((event) => event.event === 'AUTHORIZE' && event.success === true)
  const from = new Date(authorized?.created_at ?? transaction.created_at)
  return { at: new Date(from.getTime() + days * DAY_MS), source: 'usual_for_method' }
}
