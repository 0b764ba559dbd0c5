import { Prng } from '../../prng'
import { DEMO_ENTITY } from '../channels'
import { makePayments } from '../control/make-payments'
import { creationSchema, type CreationOptions } from '../control/creation-schema'
import type { Payer, Payment } from '../payment'

const SEED = 20_260_302
const COUNT = 42
const DAYS = 35
const DAY_MS = 86_400_000
const FIRST_NUMBER = 70_001

const BRANDS = { visa: 40, master: 30, amex: 10, mada: 8, knet: 5, sofortueberweisung: 7 } as const
const DEBITS: readonly string[] = ['mada', 'knet', 'sofortueberweisung']

const NAMES = [
  ['Lena', 'Hoffmann', 'Hamburg', '20095', 'DE'],
  ['Thabo', 'Dlamini', 'Cape Town', '8001', 'ZA'],
  ['Noura', 'Al-Harbi', 'Riyadh', '11564', 'SA'],
  ['Markus', 'Brandt', 'Köln', '50667', 'DE'],
  ['Ayesha', 'Khan', 'Durban', '4001', 'ZA'],
  ['Jonas', 'Keller', 'Zürich', '8001', 'CH'],
  ['Sofia', 'Costa', 'Lisboa', '1100-148', 'PT'],
] as const

const NEW = {
  AUTHORIZED: 60,
  PARTIALLY_CAPTURED: 12,
  CAPTURED: 12,
  DECLINED: 6,
  ON_HOLD: 3,
} as const
const OLD = {
  CAPTURED: 50,
  PARTIALLY_REFUNDED: 12,
  REFUNDED: 10,
  PARTIALLY_CAPTURED_REFUNDED: 5,
  PARTIALLY_CAPTURED: 6,
  AUTHORIZATION_VOIDED: 9,
  DECLINED: 8,
} as const
const DEBIT = { CAPTURED: 60, PARTIALLY_REFUNDED: 15, REFUNDED: 15, DECLINED: 10 } as const

/** Orders with one outcome each. */
const SPECIAL: readonly (Partial<CreationOptions> & { readonly reference: string })[] = [
  { reference: 'DEMO-OPP-REFUSED', behaviour: 'refuse-capture' },
  { reference: 'DEMO-OPP-PENDING', behaviour: 'capture-202' },
  { reference: 'DEMO-OPP-PENDING-REFUSED', behaviour: 'capture-202-refused' },
  { reference: 'DEMO-OPP-TIMEOUT', behaviour: 'capture-timeout' },
  { reference: 'DEMO-OPP-UNCERTAIN', behaviour: 'capture-uncertain' },
  { reference: 'DEMO-OPP-REVIEW', code: '000.400.050' },
  { reference: 'DEMO-OPP-KNET-REFUND', method: 'oppwa.knet', currency: 'KWD', isDebit: true },
  { reference: 'DEMO-OPP-RESULT-UNKNOWN', code: '900.100.300' },
  { reference: 'DEMO-OPP-STORED-CARD', isDebit: true, storedCard: true },
  { reference: 'DEMO-OPP-PREPAYMENT', method: 'oppwa.prepayment' },
]

/** The sample payments of a new ledger; the same anchor always gives the same ones. */
export function seedPayments(anchor: Date): Payment[] {
  const prng = new Prng(SEED)
  const anchorMs = anchor.getTime()
  const usual = Array.from({ length: COUNT }, (_, index) => {
    const ageMs = Math.floor((1 - index / COUNT) * DAYS * DAY_MS)
    return makeUsual(prng, anchorMs, anchorMs - ageMs, `OPP-ORD-${FIRST_NUMBER + index}`)
  })
  const special = SPECIAL.map((options, index) => {
    const createdAt = new Date(anchorMs - 2 * DAY_MS - index * 3_600_000).toISOString()
    return make(prng, anchorMs, { amount: prng.int(20, 900) * 100, createdAt, ...options })
  })
  return [...usual, ...special].flat()
}

function makeUsual(
  prng: Prng,
  anchorMs: number,
  createdAtMs: number,
  reference: string,
): readonly Payment[] {
  const brand = prng.weighted(BRANDS)
  const isDebit = DEBITS.includes(brand)
  const isNew = anchorMs - createdAtMs < 6 * DAY_MS
  const status = isDebit ? prng.weighted(DEBIT) : prng.weighted(isNew ? NEW : OLD)
  return make(prng, anchorMs, {
    reference,
    method: `oppwa.${brand}`,
    amount: prng.int(900, 90_000),
    status: brand === 'sofortueberweisung' ? 'CAPTURED' : status,
    isDebit,
    createdAt: new Date(createdAtMs).toISOString(),
  })
}

function make(prng: Prng, anchorMs: number, options: Partial<CreationOptions>): readonly Payment[] {
  const complete = creationSchema.parse({ ...options, accountId: DEMO_ENTITY })
  return makePayments(prng, anchorMs, complete, payerOf(prng))
}

function payerOf(prng: Prng): Payer {
  const [givenName, surname, city, postcode, country] = prng.pick(NAMES)
  const email = `${givenName}.${surname}@example.com`.toLowerCase()
  return {
    customer: { givenName, surname, email },
    billing: { street1: `Market Street ${prng.int(1, 120)}`, postcode, city, country },
    card: {
      bin: '420000',
      last4Digits: String(prng.int(0, 9999)).padStart(4, '0'),
      holder: `${givenName} ${surname}`,
      expiryMonth: String(prng.int(1, 12)).padStart(2, '0'),
      expiryYear: String(prng.int(2027, 2031)),
    },
  }
}
