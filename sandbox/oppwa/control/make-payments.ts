import { CODE } from '../codes/codes'
import { hexDigits, paymentId, type RandomInts } from '../ids'
import { follow } from '../money/operate'
import type { Payer, Payment, PaymentType } from '../payment'
import { CUSTOMER } from './customer'
import type { CreationOptions } from './creation-schema'

/** A payment with these options and the operations that led to its status, oldest first. */
export function makePayments(
  random: RandomInts,
  nowMs: number,
  options: CreationOptions,
  payer: Payer = CUSTOMER,
): readonly Payment[] {
  const createdAtMs = options.createdAt === undefined ? nowMs : Date.parse(options.createdAt)
  const root = makeRoot(random, options, createdAtMs, payer)
  const steps = STEPS[options.status] ?? []
  const payments: Payment[] = [root]
  let target = root
  for (const [index, step] of steps.entries()) {
    if (options.isDebit && step.type !== 'RF') continue
    const atMs = Math.min(nowMs, createdAtMs + (index + 1) * 3_600_000)
    const made = makeStep(random, target, step, options.amount, atMs)
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

const STEPS: Readonly<Partial<Record<CreationOptions['status'], readonly Step[]>>> = {
  CAPTURED: [CAPTURE],
  PARTIALLY_CAPTURED: [PART],
  PARTIALLY_REFUNDED: [CAPTURE, { type: 'RF', divisor: 3 }],
  PARTIALLY_CAPTURED_REFUNDED: [PART, { type: 'RF', divisor: 4 }],
  REFUNDED: [CAPTURE, { type: 'RF', divisor: 1 }],
  AUTHORIZATION_VOIDED: [{ type: 'RV', divisor: 1 }],
}

const ROOT_CODES: Readonly<Partial<Record<CreationOptions['status'], string>>> = {
  DECLINED: CODE.declined,
  ON_HOLD: CODE.pending,
}

function makeRoot(
  random: RandomInts,
  options: CreationOptions,
  createdAtMs: number,
  payer: Payer,
): Payment {
  const id = options.id ?? paymentId(random)
  return {
    id,
    rootId: id,
    entityId: options.accountId,
    type: options.isDebit ? 'DB' : 'PA',
    brand: options.method.slice('oppwa.'.length).toUpperCase(),
    hundredths: options.amount,
    currency: options.currency,
    merchantTransactionId: options.reference ?? `MINT-${hexDigits(random, 12)}`,
    ...(options.reference2 !== undefined && { merchantInvoiceId: options.reference2 }),
    code: options.code ?? ROOT_CODES[options.status] ?? CODE.internalTest,
    createdAt: new Date(createdAtMs).toISOString(),
    by: 'shop',
    ...payer,
    ...(options.storedCard && { registrationId: paymentId(random) }),
    ...(options.behaviour !== undefined && { behaviour: options.behaviour }),
  }
}

function makeStep(
  random: RandomInts,
  target: Payment,
  step: Step,
  whole: number,
  nowMs: number,
): Payment {
  const hundredths = Math.ceil(whole / step.divisor)
  const merchantTransactionId = `MINT-${step.type}-${hexDigits(random, 12)}`
  const request = { type: step.type, hundredths, currency: target.currency, by: 'api' } as const
  const result = { hundredths, code: CODE.internalTest, nowMs, id: paymentId(random) }
  return follow(target, { ...request, merchantTransactionId }, result)
}
