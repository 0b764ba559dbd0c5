import { Prng } from '../../prng'
import { DEMO_MERCHANT, OTHER_MERCHANT } from '../accounts'
import { openPayment } from '../history'
import { methodOf } from '../methods'
import type { Payment } from '../payment'
import { chooseLifecycle, applyLifecycle } from './lifecycles'
import { makeLines } from './make-lines'
import { specialPayments } from './special-payments'

const SEED = 20_260_302
const COUNT = 40
const OTHER_COUNT = 3
const DAYS = 30
const DAY_MS = 86_400_000
const FIRST_NUMBER = 50_001
const NEWEST_MS = 20 * 60_000

const METHOD_WEIGHTS = {
  visa: 8,
  mastercard: 7,
  dankort: 9,
  mobilepay: 8,
  vipps: 2,
  applepay: 3,
  amex: 1,
  maestro: 1,
  walley: 4,
} as const
const CURRENCY_WEIGHTS = { DKK: 20, SEK: 5, NOK: 4, EUR: 4, ISK: 1 } as const

/** The sample payments of a new ledger; the same anchor always gives the same ones. */
export function seedPayments(anchor: Date): Payment[] {
  const prng = new Prng(SEED)
  const anchorMs = anchor.getTime()
  const times = Array.from({ length: COUNT }, () => prng.int(NEWEST_MS, DAYS * DAY_MS)).sort(
    (one, other) => other - one,
  )
  const orders = times.map((ageMs, index) =>
    makeOrder(prng, DEMO_MERCHANT, `BC-${FIRST_NUMBER + index}`, anchorMs, ageMs),
  )
  const others = Array.from({ length: OTHER_COUNT }, (_, index) =>
    makeOrder(prng, OTHER_MERCHANT, `WEB-${index + 1}`, anchorMs, (index + 1) * DAY_MS),
  )
  return [...orders, ...specialPayments(prng, anchorMs), ...others]
}

function makeOrder(
  prng: Prng,
  merchantNumber: string,
  orderId: string,
  anchorMs: number,
  ageMs: number,
): Payment {
  const method = prng.weighted(METHOD_WEIGHTS)
  const currency = prng.weighted(CURRENCY_WEIGHTS)
  const lines = makeLines(prng, currency)
  const lifecycle = chooseLifecycle(prng, ageMs)
  const opened = openPayment(prng, {
    merchantNumber,
    orderId,
    currency,
    method,
    amount: lines.reduce((total, line) => total + line.totalpriceinclvat, 0),
    account: accountOf(prng, method),
    createdAtMs: anchorMs - ageMs,
    status: lifecycle === 'declined' || lifecycle === 'pending' ? lifecycle : 'approved',
    capturesSeveral: prng.chance(0.8),
    lines: methodOf(method).isInvoice ? lines : [],
    behaviour: null,
    callbackUrls: [],
  })
  return applyLifecycle(prng, opened, lifecycle, anchorMs)
}

function accountOf(prng: Prng, method: string): string {
  if (method === 'mobilepay') return `+45XXXX${prng.int(1000, 9999)}`
  const starts = { dankort: '501945', amex: '376008', visa: '415421' } as const
  const start = method in starts ? starts[method as keyof typeof starts] : '515623'
  return `${start}XXXXXX${prng.int(1000, 9999)}`
}
