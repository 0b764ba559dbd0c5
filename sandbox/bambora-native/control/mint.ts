import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DEMO_MERCHANT, merchantIdSchema } from '../accounts'
import { isBehaviourMark } from '../money/behaviour'
import type { Native } from '../native'
import { CARD_TYPES, STATES, type Payment } from '../payment'
import { makePayment, reach } from '../seed/make-payment'

const MAX_COUNT = 100_000
/** All numbers are equally long, so that no reference is the beginning of another. */
const COUNT_DIGITS = 6
const DAY_MS = 86_400_000

/** A payment to be made; whatever is missing gets a usual value. */
export const mintSchema = z.strictObject({
  accountId: merchantIdSchema.default(DEMO_MERCHANT),
  reference: z.string().min(1).max(2_000).optional(),
  /** Minor units. */
  amount: z.int().min(1).default(100_000),
  currency: z.string().length(3).default('NOK'),
  /** Paid with a card; else with a card token. */
  card: z.enum(CARD_TYPES).optional(),
  status: z.enum(STATES).default('Authorized'),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  behaviour: z.string().refine(isBehaviourMark).optional(),
  /** Another request holds the payment for so long. */
  lockedMs: z.int().min(0).max(DAY_MS).optional(),
  /** Makes that many alike ones and answers with their references. */
  count: z.int().min(1).max(MAX_COUNT).optional(),
})

type MintWish = z.infer<typeof mintSchema>

/** Makes one payment, or many alike ones; `id` is the reference that addresses it. */
export function mint(
  native: Native,
  wish: MintWish,
): (Payment & { readonly id: string }) | { count: number; ids: string[] } {
  const reference = wish.reference ?? `MINT-${randomInt(1_000_000_000)}`
  if (wish.count === undefined) {
    const payment = paymentFor(native, wish, reference)
    native.record({ kind: 'open', payments: [payment] })
    return { ...payment, id: reference }
  }
  const payments = Array.from({ length: wish.count }, (_, index) =>
    paymentFor(native, wish, `${reference}-${String(index + 1).padStart(COUNT_DIGITS, '0')}`),
  )
  native.record({ kind: 'open', payments })
  return { count: payments.length, ids: payments.map((payment) => payment.reference) }
}

function paymentFor(native: Native, wish: MintWish, reference: string): Payment {
  const nowMs = native.now()
  const createdAtMs = wish.createdAt === undefined ? nowMs : Date.parse(wish.createdAt)
  const started = makePayment({
    ...{ reference, createdAtMs },
    ...{ merchantId: wish.accountId, amount: wish.amount, currency: wish.currency },
    ...{ makeId: randomUUID, isAuthorized: wish.status !== 'Declined' && wish.status !== 'None' },
    ...(wish.card && { cardType: wish.card }),
    behaviour: wish.behaviour ?? null,
    lockedUntilMs: wish.lockedMs === undefined ? null : nowMs + wish.lockedMs,
  })
  return reach(started, wish.status, createdAtMs, randomUUID)
}
