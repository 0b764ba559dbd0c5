import { CODE } from '../codes/codes'
import { hexDigits, paymentId, type Dice } from '../ids'
import { follow } from '../money/operate'
import type { Face, Payment, PaymentType } from '../payment'
import { CUSTOMER } from './customer'
import type { MintWish } from './mint-schema'

/** A payment as wished for with the operations that took it to its status, oldest first. */
export function makePayments(
  dice: Dice,
  nowMs: number,
  wish: MintWish,
  face: Face = CUSTOMER,
): readonly Payment[] {
  const createdAtMs = wish.createdAt === undefined ? nowMs : Date.parse(wish.createdAt)
  const root = makeRoot(dice, wish, createdAtMs, face)
  const steps = STEPS[wish.status] ?? []
  const payments: Payment[] = [root]
  let target = root
  for (const [index, step] of steps.entries()) {
    if (wish.isDebit && step.type !== 'RF') continue
    const atMs = Math.min(nowMs, createdAtMs + (index + 1) * 3_600_000)
    const made = makeStep(dice, target, step, wish.amount, atMs)
    payments.push(made)
    if (made.type === 'CP') target = made
  }
  return payments
}

interface Step {
  readonly type: PaymentType
  /** Part of the whole amount, as a divisor. */
  readonly divisor: number
}

const CAPTURE: Step = { type: 'CP', divisor: 1 }
const PART: Step = { type: 'CP', divisor: 2 }

const STEPS: Readonly<Partial<Record<MintWish['status'], readonly Step[]>>> = {
  CAPTURED: [CAPTURE],
  PARTIALLY_CAPTURED: [PART],
  PARTIALLY_REFUNDED: [CAPTURE, { type: 'RF', divisor: 3 }],
  PARTIALLY_CAPTURED_REFUNDED: [PART, { type: 'RF', divisor: 4 }],
  REFUNDED: [CAPTURE, { type: 'RF', divisor: 1 }],
  AUTHORIZATION_VOIDED: [{ type: 'RV', divisor: 1 }],
}

const ROOT_CODES: Readonly<Partial<Record<MintWish['status'], string>>> = {
  DECLINED: CODE.declined,
  ON_HOLD: CODE.pending,
}

function makeRoot(dice: Dice, wish: MintWish, createdAtMs: number, face: Face): Payment {
  const id = wish.id ?? paymentId(dice)
  return {
    id,
    rootId: id,
    entityId: wish.accountId,
    type: wish.isDebit ? 'DB' : 'PA',
    brand: wish.method.slice('oppwa.'.length).toUpperCase(),
    hundredths: wish.amount,
    currency: wish.currency,
    merchantTransactionId: wish.reference ?? `MINT-${hexDigits(dice, 12)}`,
    ...(wish.reference2 !== undefined && { merchantInvoiceId: wish.reference2 }),
    code: wish.code ?? ROOT_CODES[wish.status] ?? CODE.internalTest,
    createdAt: new Date(createdAtMs).toISOString(),
    by: 'shop',
    ...face,
    ...(wish.storedCard && { registrationId: paymentId(dice) }),
    ...(wish.behaviour !== undefined && { behaviour: wish.behaviour }),
  }
}

function makeStep(dice: Dice, target: Payment, step: Step, whole: number, nowMs: number): Payment {
  const hundredths = Math.ceil(whole / step.divisor)
  const merchantTransactionId = `MINT-${step.type}-${hexDigits(dice, 12)}`
  const request = { type: step.type, hundredths, currency: target.currency, by: 'api' } as const
  const result = { hundredths, code: CODE.internalTest, nowMs, id: paymentId(dice) }
  return follow(target, { ...request, merchantTransactionId }, result)
}
