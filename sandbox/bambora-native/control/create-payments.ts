import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DEMO_MERCHANT, merchantIdSchema } from '../accounts'
import { isBehaviour } from '../money/behaviour'
import type { Native } from '../native'
import { CARD_TYPES, STATES, type Payment } from '../payment'
import { makePayment, reach } from '../seed/make-payment'

const MAX_COUNT = 100_000
/** Numbers have equal length, so that no reference is a prefix of another. */
const COUNT_DIGITS = 6
const DAY_MS = 86_400_000

/** Options of a payment to create, with defaults. */
export const creationSchema = z.strictObject({
  accountId: merchantIdSchema.default(DEMO_MERCHANT),
  reference: z.string().min(1).max(2_000).optional(),
  /** Minor units. */
  amount: z.int().min(1).default(100_000),
  currency: z.string().length(3).default('NOK'),
  /** Paid with a card; else with a card token. */
  card: z.enum(CARD_TYPES).optional(),
  status: z.enum(STATES).default('Authorized'),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  behaviour: z.string().refine(isBehaviour).optional(),
  /** Time for which another request locks the payment. */
  lockedMs: z.int().min(0).max(DAY_MS).optional(),
  /** Creates this number of equal payments and returns their references. */
  count: z.int().min(1).max(MAX_COUNT).optional(),
})

type CreationOptions = z.infer<typeof creationSchema>

/** Creates one payment, or `count` equal ones; `id` is the reference that addresses it. */
export function createPayments(
  native: Native,
  options: CreationOptions,
): (Payment & { readonly id: string }) | { count: number; ids: string[] } {
  const reference = options.reference ?? `MINT-${randomInt(1_000_000_000)}`
  if (options.count === undefined) {
    const payment = paymentFor(native, options, reference)
    native.record({ kind: 'open', payments: [payment] })
    return { ...payment, id: reference }
  }
  const payments = Array.from({ length: options.count }, (_, index) =>
    paymentFor(native, options, `${reference}-${String(index + 1).padStart(COUNT_DIGITS, '0')}`),
  )
  native.record({ kind: 'open', payments })
  return { count: payments.length, ids: payments.map((payment) => payment.reference) }
}

function paymentFor(native: Native, options: CreationOptions, reference: string): Payment {
  const nowMs = native.now()
  const createdAtMs = options.createdAt === undefined ? nowMs : Date.parse(options.createdAt)
  const started = makePayment({
    reference,
    createdAtMs,
    merchantId: options.accountId,
    amount: options.amount,
    currency: options.currency,
    makeId: randomUUID,
    isAuthorized: options.status !== 'Declined' && options.status !== 'None',
    ...(options.card && { cardType: options.card }),
    behaviour: options.behaviour ?? null,
    lockedUntilMs: options.lockedMs === undefined ? null : nowMs + options.lockedMs,
  })
  return reach(started, options.status, createdAtMs, randomUUID)
}
