import type { Prng } from '../../prng'
import { perform } from '../history'
import { methodOf } from '../methods'
import type { Payment } from '../payment'
import { totalsOf } from '../totals'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SHOP = 'webshop@example.com'

const YOUNG = { authorized: 12, captured: 2, deleted: 1, declined: 1, pending: 1 } as const
const OLD = {
  captured: 16,
  'captured-in-parts': 4,
  'part-captured': 3,
  'part-credited': 4,
  credited: 2,
  deleted: 3,
  authorized: 2,
  declined: 2,
} as const

type Lifecycle = keyof typeof YOUNG | keyof typeof OLD

/** Chooses a lifecycle by the age of the payment: most that are younger than two days are open. */
export function chooseLifecycle(prng: Prng, ageMs: number): Lifecycle {
  return ageMs < 2 * DAY_MS ? prng.weighted(YOUNG) : prng.weighted(OLD)
}

/** The payment after its lifecycle, without steps after the anchor. */
export function applyLifecycle(
  prng: Prng,
  opened: Payment,
  lifecycle: Lifecycle,
  anchorMs: number,
): Payment {
  const shippedMs = Date.parse(opened.createdAt) + prng.int(3 * HOUR_MS, 30 * HOUR_MS)
  const laterMs = shippedMs + prng.int(DAY_MS, 5 * DAY_MS)
  const isWhole = methodOf(opened.method).isInvoice
  const step = (
    payment: Payment,
    action: 'capture' | 'credit' | 'delete',
    atMs: number,
    part = 1,
  ) => {
    if (atMs > anchorMs) return payment
    const { capturable, refundable } = totalsOf(payment)
    const left = action === 'credit' ? refundable : capturable
    const amount = isWhole ? left : Math.max(1, Math.floor(left / part))
    return left === 0 ? payment : perform(prng, payment, action, atMs, { amount, apiUser: SHOP })
  }
  switch (lifecycle) {
    case 'authorized':
    case 'declined':
    case 'pending':
      return opened
    case 'captured':
      return step(opened, 'capture', shippedMs)
    case 'part-captured':
      return step(opened, 'capture', shippedMs, 3)
    case 'captured-in-parts':
      return step(step(opened, 'capture', shippedMs, 2), 'capture', laterMs)
    case 'part-credited':
      return step(step(opened, 'capture', shippedMs), 'credit', laterMs, 4)
    case 'credited':
      return step(step(opened, 'capture', shippedMs), 'credit', laterMs)
    case 'deleted':
      return step(opened, 'delete', shippedMs)
  }
}
