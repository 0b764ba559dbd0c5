import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { DEMO_MERCHANT, merchantNumberSchema } from '../accounts'
import { sendCallbacks } from '../callbacks/send-callbacks'
import type { Checkout } from '../checkout'
import { openPayment, perform } from '../history'
import { makeId } from '../ids'
import { METHODS } from '../methods'
import { isBehaviour } from '../money/behaviour'
import { amountSchema, lineSchema } from '../money/request'
import { STATUSES, type Payment } from '../payment'

const DEFAULT_AMOUNT_MINOR = 100_000
const MAX_COUNT = 100_000
const random = { int: (low: number, high: number) => randomInt(low, high + 1) }

/** Options of a payment to create, with defaults. */
export const creationSchema = z.strictObject({
  accountId: merchantNumberSchema.default(DEMO_MERCHANT),
  id: z.string().regex(/^\d+$/).optional(),
  method: z.enum(Object.keys(METHODS)).default('visa'),
  /** Minor units; by default the sum of the lines, or 100000. */
  amount: amountSchema.optional(),
  lines: z.array(lineSchema).default([]),
  currency: z.string().length(3).default('DKK'),
  reference: z.string().optional(),
  status: z.enum(STATUSES).default('approved'),
  /** True when several captures are possible. */
  capturesSeveral: z.boolean().default(true),
  /** Minor units that were captured and credited already. */
  captured: amountSchema.default(0),
  credited: amountSchema.default(0),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  behaviour: z.string().refine(isBehaviour).optional(),
  callbackUrls: z.array(z.url()).default([]),
  /** Creates this number of equal payments and returns their ids. */
  count: z.int().min(1).max(MAX_COUNT).optional(),
})

export type CreationOptions = z.infer<typeof creationSchema>

/** Creates one payment, or `count` equal ones. */
export function createPayments(
  checkout: Checkout,
  options: CreationOptions,
): Payment | { readonly count: number; readonly ids: readonly string[] } {
  if (options.count === undefined) return open(checkout, makePayment(checkout.now(), options))
  const ids: string[] = []
  for (let number = 1; number <= options.count; number += 1) {
    const orderId = `${options.reference ?? 'MINT'}-${number}`
    const made = makePayment(checkout.now(), { ...options, id: makeId(random), reference: orderId })
    ids.push(open(checkout, made).id)
  }
  return { count: ids.length, ids }
}

function open(checkout: Checkout, payment: Payment): Payment {
  checkout.record({ kind: 'open', payment })
  sendCallbacks(checkout, payment)
  return payment
}

function makePayment(nowMs: number, options: CreationOptions): Payment {
  const { accountId, reference, amount, createdAt, captured, credited, behaviour, ...rest } =
    options
  const createdAtMs = createdAt === undefined ? nowMs : Date.parse(createdAt)
  const sum = options.lines.reduce((total, line) => total + line.totalpriceinclvat, 0)
  let payment = openPayment(random, {
    ...rest,
    merchantNumber: accountId,
    orderId: reference ?? `MINT-${randomInt(1_000_000)}`,
    amount: amount ?? (sum || DEFAULT_AMOUNT_MINOR),
    account: '415421XXXXXX0001',
    createdAtMs,
    behaviour: behaviour ?? null,
  })
  if (captured > 0) payment = perform(random, payment, 'capture', createdAtMs, { amount: captured })
  if (credited > 0) payment = perform(random, payment, 'credit', createdAtMs, { amount: credited })
  return payment
}
