import { Prng } from '../../prng'
import { DEMO_MERCHANT } from '../accounts'
import { perform } from '../money/perform'
import { CARD_TYPES, type Payment, type State } from '../payment'
import { DEFAULT_SETTINGS } from '../settings'
import { makePayment, reach } from './make-payment'

const SEED = 20_170_301
const COUNT = 36
const DAYS = 30
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FIRST_NUMBER = 70_001
const CURRENCIES = ['NOK', 'NOK', 'SEK', 'DKK', 'EUR'] as const

/** Weights of the final states; an authorization lasts about a week (fact sheet §11). */
const RECENT = { Authorized: 70, Captured: 15, Refunded: 5, Canceled: 7, Declined: 6 } as const
const OLDER = {
  Captured: 20,
  Settled: 40,
  Refunded: 15,
  Canceled: 10,
  Declined: 12,
  'Authorization Expired': 10,
} as const

/** Payments with one outcome each. */
const SPECIAL: readonly (readonly [reference: string, behaviour: string | null])[] = [
  ['NATIVE-REFUSED', 'refuse-capture'],
  ['NATIVE-REFUSED-201', 'refuse-capture-201'],
  ['NATIVE-TIMEOUT', 'capture-timeout'],
  ['NATIVE-BUSY', 'busy'],
  ['NATIVE/100% Ærlig', null],
]

/** The sample payments of a new ledger; the same anchor always gives the same ones. */
export function seedPayments(anchor: Date): Payment[] {
  const prng = new Prng(SEED)
  const anchorMs = anchor.getTime()
  const ordinary = Array.from({ length: COUNT }, (_, index) => {
    const createdAtMs = anchorMs - Math.ceil(((COUNT - index) / COUNT) * DAYS * DAY_MS)
    const isRecent = anchorMs - createdAtMs < 7 * DAY_MS
    const state: State = isRecent ? prng.weighted(RECENT) : prng.weighted(OLDER)
    const payment = drawPayment(prng, `NAT-${FIRST_NUMBER + index}`, createdAtMs, null, state)
    const laterMs = Math.min(createdAtMs + prng.int(2, 40) * HOUR_MS, anchorMs)
    return prng.chance(0.2) && state === 'Captured'
      ? capturedInPart(prng, payment, laterMs)
      : reach(payment, state, laterMs, () => idFrom(prng))
  })
  const special = SPECIAL.map(([reference, behaviour], index) =>
    drawPayment(prng, reference, anchorMs - (index + 1) * 5 * HOUR_MS, behaviour, 'Authorized'),
  )
  return [...ordinary, ...special]
}

function drawPayment(
  prng: Prng,
  reference: string,
  createdAtMs: number,
  behaviour: string | null,
  state: State,
): Payment {
  return makePayment({
    reference,
    createdAtMs,
    behaviour,
    merchantId: DEMO_MERCHANT,
    lockedUntilMs: null,
    amount: prng.int(50, 4_000) * 100 - prng.pick([0, 1, 10, 50]),
    currency: prng.pick(CURRENCIES),
    isAuthorized: state !== 'Declined',
    ...(prng.chance(0.6) && { cardType: prng.pick(CARD_TYPES) }),
    makeId: () => idFrom(prng),
  })
}

function capturedInPart(prng: Prng, payment: Payment, atMs: number): Payment {
  const amount = Math.floor(payment.amount / prng.int(2, 3))
  const request = { operation: 'capture', amount, comment: 'first parcel' } as const
  return perform(payment, request, atMs, DEFAULT_SETTINGS, { id: idFrom(prng) })
}

function idFrom(prng: Prng): string {
  const hex = (length: number) =>
    Array.from({ length }, () => prng.int(0, 15).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}
