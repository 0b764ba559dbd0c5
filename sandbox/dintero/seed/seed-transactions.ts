import { Prng } from '../../prng'
import { DEMO_ACCOUNT, OTHER_ACCOUNT } from '../accounts'
import type { Transaction } from '../transaction'
import type { Basket } from './basket'
import type { Country } from './catalog/country'
import { denmark } from './catalog/denmark'
import { finland } from './catalog/finland'
import { germany } from './catalog/germany'
import { norway } from './catalog/norway'
import { sweden } from './catalog/sweden'
import { chooseLifecycle } from './choose-lifecycle'
import { makeOrder } from './make-order'
import { METHODS, type Method } from './methods'
import { PARTIAL_PAYMENT_FLAG, payHalf, specialOrders } from './special-orders'
import { SampleLifecycles } from './sample-lifecycles'

const SEED = 20_260_301
const DAYS = 59
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const NEWEST_MS = 5 * 60_000
const ORDER_COUNT = 410
const OTHER_COUNT = 6
const FIRST_NUMBER = 10_001
const WITHOUT_ITEMS = [23, 117, 260, 371]
/** The newest orders, whose customers are still paying. */
const STILL_PAYING = [ORDER_COUNT - 2, ORDER_COUNT - 1]
const PARTLY_PAID = [88, 301]

const COUNTRIES: Readonly<Record<Method['countries'][number], Country>> = {
  NO: norway,
  SE: sweden,
  DK: denmark,
  FI: finland,
  DE: germany,
}

/** The sample transactions of a new ledger; the same anchor always gives the same ones. */
export function seedTransactions(anchor: Date): Transaction[] {
  const prng = new Prng(SEED)
  const anchorMs = anchor.getTime()
  const lifecycles = new SampleLifecycles(prng, anchorMs)
  const times = creationTimes(prng, anchorMs, ORDER_COUNT)
  const orders = times.map((createdAtMs, index) => {
    const reference = `ORD-${FIRST_NUMBER + index}`
    return settle(
      makeOrderWithLifecycle(
        prng,
        lifecycles,
        DEMO_ACCOUNT,
        reference,
        createdAtMs,
        anchorMs,
        index,
      ),
      anchorMs,
    )
  })
  const others = creationTimes(prng, anchorMs, OTHER_COUNT).map((createdAtMs, index) =>
    makeOrderWithLifecycle(
      prng,
      lifecycles,
      OTHER_ACCOUNT,
      `WEB-${index + 1}`,
      createdAtMs,
      anchorMs,
      -1,
    ),
  )
  return [...orders, ...specialOrders(prng, anchorMs), ...others]
}

function makeOrderWithLifecycle(
  prng: Prng,
  lifecycles: SampleLifecycles,
  accountId: string,
  reference: string,
  createdAtMs: number,
  anchorMs: number,
  index: number,
): Transaction {
  const method = drawMethod(prng)
  const alteration = basketAlterationOf(index)
  const started = makeOrder(prng, {
    accountId,
    reference,
    createdAtMs,
    method,
    country: COUNTRIES[prng.pick(method.countries)],
    ...(alteration && { alterBasket: alteration }),
    ...(alteration === payHalf && { metadata: PARTIAL_PAYMENT_FLAG }),
  })
  const lifecycle = STILL_PAYING.includes(index)
    ? 'initiated'
    : chooseLifecycle(prng, method, anchorMs - createdAtMs)
  return lifecycles.apply(started, lifecycle, method.isDirect === true)
}

function drawMethod(prng: Prng): Method {
  const weights = Object.fromEntries(METHODS.map((method, index) => [String(index), method.weight]))
  return METHODS[Number(prng.weighted(weights))] ?? prng.pick(METHODS)
}

function basketAlterationOf(index: number): ((basket: Basket) => Basket) | null {
  if (WITHOUT_ITEMS.includes(index)) return ({ amount }) => ({ amount })
  return PARTLY_PAID.includes(index) ? payHalf : null
}

/**
 * Ascending times in the days before the anchor: more recent ones than old ones, and fewer at
 * night.
 */
function creationTimes(prng: Prng, anchorMs: number, count: number): number[] {
  const times = Array.from({ length: count }, () => {
    const atMs = anchorMs - NEWEST_MS - Math.floor(prng.next() ** 1.5 * DAYS * DAY_MS)
    const hour = new Date(atMs).getUTCHours()
    return hour < 5 ? atMs - 9 * HOUR_MS : atMs
  })
  return times.sort((left, right) => left - right)
}

/** Captures that are old enough have been paid out. */
function settle(transaction: Transaction, anchorMs: number): Transaction {
  if (transaction.settlement_status !== 'PENDING_SETTLEMENT') return transaction
  const days = (anchorMs - Date.parse(transaction.updated_at)) / DAY_MS
  if (days < 4) return transaction
  const partly = transaction.status.startsWith('PARTIALLY_CAPTURED')
  return { ...transaction, settlement_status: partly ? 'PARTIALLY_SETTLED' : 'SETTLED' }
}
