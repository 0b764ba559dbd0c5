import type { Prng } from '../../prng'
import { DEMO_ACCOUNT } from '../accounts'
import { authorize, captureSilently, happen, perform } from '../history'
import { BEHAVIOUR_KEY } from '../money/behaviour'
import { baseEvent, successEvent, TIMED_OUT } from '../money/events'
import { EXPIRY_KEY } from '../money/expiry'
import { partRequest, wholeRequest } from '../money/whole-and-part'
import { DEFAULT_SETTINGS } from '../settings'
import type { Transaction } from '../transaction'
import type { Basket } from './basket'
import { norway } from './catalog/norway'
import { sweden } from './catalog/sweden'
import { makeUuid } from './ids'
import { makeOrder } from './make-order'
import type { Method } from './methods'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SWISH: Method = { type: 'swish.swish', weight: 0, countries: ['SE'], isDirect: true }
const KLARNA: Method = { type: 'klarna.klarna', weight: 0, countries: ['NO'] }

/** Metadata of an order whose lines do not add up to the authorized amount on purpose. */
export const PARTIAL_PAYMENT_FLAG = { 'sandbox:flag': 'partial-payment' } as const

/** Orders with one outcome each (see BEHAVIOUR_KEY). */
const BEHAVIOURS = [
  ['DEMO-REFUSED', 'refuse-capture'],
  ['DEMO-REFUSED-200', 'refuse-capture-200'],
  ['DEMO-PENDING', 'capture-202'],
  ['DEMO-PENDING-REFUSED', 'capture-202-refused'],
  ['DEMO-TIMEOUT', 'capture-timeout'],
  ['DEMO-UPDATE-REFUSED', 'refuse-update'],
] as const

/** Orders near or past the end of their authorization: hours from the anchor. */
const DEADLINES = [
  ['DEMO-DEADLINE-TODAY', 9],
  ['DEMO-DEADLINE-2-DAYS', 44],
  ['DEMO-EXPIRED', -20],
] as const

/** All orders with a name of their own, newest last. */
export function specialOrders(prng: Prng, anchorMs: number): Transaction[] {
  const isRefused = BEHAVIOURS.map(([reference, behaviour], index) => {
    const createdAtMs = anchorMs - 3 * DAY_MS - index * HOUR_MS
    const order = makeOrder(prng, {
      accountId: DEMO_ACCOUNT,
      reference,
      createdAtMs,
      method: KLARNA,
      country: index % 2 === 0 ? norway : sweden,
      metadata: { [BEHAVIOUR_KEY]: behaviour },
    })
    return reserve(prng, order, createdAtMs + 28 * DAY_MS)
  })
  const dated = DEADLINES.map(([reference, hours]) => {
    const endsAtMs = anchorMs + hours * HOUR_MS
    return reserve(prng, klarnaOrder(prng, reference, endsAtMs - 28 * DAY_MS), endsAtMs)
  })
  const partlyPaid = {
    ...klarnaOrder(prng, 'DEMO-PARTIAL-PAYMENT', anchorMs - 5 * DAY_MS, payHalf),
  }
  return [
    ...isRefused,
    ...dated,
    reserve(prng, partlyPaid, anchorMs + 23 * DAY_MS),
    correctedOrder(prng, 'DEMO-CORRECTED', anchorMs - 24 * DAY_MS, true),
    correctedOrder(prng, 'DEMO-CORRECTED-UNNAMED', anchorMs - 22 * DAY_MS, false),
    refundedSwish(prng, 'DEMO-SWISH-REFUNDED', anchorMs - 20 * DAY_MS),
  ]
}

/** A basket that the customer paid half by other means. */
export function payHalf(basket: Basket): Basket {
  return { ...basket, amount: Math.ceil(basket.amount / 2) }
}

function klarnaOrder(
  prng: Prng,
  reference: string,
  createdAtMs: number,
  alterBasket?: (basket: Basket) => Basket,
): Transaction {
  return makeOrder(prng, {
    accountId: DEMO_ACCOUNT,
    reference,
    createdAtMs,
    method: KLARNA,
    country: norway,
    ...(alterBasket && { alterBasket, metadata: PARTIAL_PAYMENT_FLAG }),
  })
}

function reserve(prng: Prng, order: Transaction, endsAtMs: number): Transaction {
  const expiry = { [EXPIRY_KEY]: new Date(endsAtMs).toISOString().replace(/\.\d+Z$/, 'Z') }
  return authorize(order, Date.parse(order.created_at) + 30_000, makeUuid(prng), expiry)
}

/** Captured immediately without a capture event, and partly refunded since. */
function refundedSwish(prng: Prng, reference: string, createdAtMs: number): Transaction {
  const order = makeOrder(prng, {
    accountId: DEMO_ACCOUNT,
    reference,
    createdAtMs,
    method: SWISH,
    country: sweden,
    metadata: {},
  })
  const captured = captureSilently(order, createdAtMs + 30_000, makeUuid(prng))
  const request = partRequest(captured, 'refund', `RET-${reference}`)
  const origin = { requestId: makeUuid(prng), createdBy: 'shop-integration' }
  return perform(captured, request, origin, createdAtMs + DAY_MS)
}

/**
 * A capture that was reported as failed but had happened (fact sheet §16.6 c). The repair names the
 * event it added, or has added none.
 */
function correctedOrder(
  prng: Prng,
  reference: string,
  createdAtMs: number,
  namesEvent: boolean,
): Transaction {
  const order = klarnaOrder(prng, reference, createdAtMs)
  const reserved = reserve(prng, order, createdAtMs + 28 * DAY_MS)
  const request = wholeRequest(reserved, 'capture', `SHIP-${reference}`)
  const triedAtMs = createdAtMs + DAY_MS
  const origin = { requestId: makeUuid(prng), createdBy: 'shop-integration' }
  const tried = happen(reserved, {
    ...baseEvent(reserved, 'CAPTURE', origin, triedAtMs),
    success: false,
    amount: request.amount,
    error: TIMED_OUT,
    event_reference: `SHIP-${reference}`,
    correction: {
      ...(namesEvent && { event_ids: [String(reserved.events.length + 2)] }),
      status: 'CAPTURED',
      remaining_capture_amount: 0,
      remaining_refund_amount: request.amount,
      remaining_void_amount: 0,
    },
  })
  const settled = { settlement_status: 'PENDING_SETTLEMENT' }
  if (!namesEvent) return { ...tried, ...settled, status: 'CAPTURED' }
  const repair = successEvent(
    reserved,
    request,
    { requestId: makeUuid(prng) },
    triedAtMs + 5 * 60_000,
    DEFAULT_SETTINGS,
  )
  return { ...happen(tried, { ...repair, id: String(tried.events.length + 1) }), ...settled }
}
