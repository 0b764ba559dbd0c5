import { z } from 'zod'
import {
  amount,
  currencyCode,
  id,
  optional,
  optionalList,
  shownExplanation,
  shownId,
  shownObject,
  shownText,
  shownTime,
  word,
} from '../shared/fields'

const minor = amount.nonnegative()
const card = shownObject({ cardNumber: shownText, cardType: shownText })

const operation = z.object({
  id: shownId,
  type: word,
  success: optional(z.boolean()),
  /** The format is unknown. */
  timestamp: shownTime,
  code: shownText,
  comment: shownExplanation,
  amount: optional(minor),
  currency: optional(currencyCode),
  psp_reference: shownText,
  card,
})

/** An operation that names no id is known by its place, for operations are only added. */
function withIds(all: readonly z.infer<typeof operation>[]) {
  return all.map((one, index) => ({ ...one, id: one.id ?? `operation-${index + 1}` }))
}

/** The payment object of the guides: everything that was done, in order (fact sheet §6.1). */
const operationsShape = z.object({
  external_id: id,
  merchant_id: id,
  internal_id: shownText,
  _locked_at: shownText,
  operations: z.array(operation).transform(withIds),
  state: optional(word),
})

const capture = z.object({ amount: minor, currency: currencyCode, comment: shownExplanation })

/** The payment object of the API description: captures only, without a time (§6.2). */
const capturesShape = z.object({
  payment: id,
  merchant: id,
  state: optional(word),
  currency: currencyCode,
  amount: minor,
  captures: optionalList(capture).transform((captures) => captures ?? []),
  card,
})

export type NativeOperation = ReturnType<typeof withIds>[number]
export type OperationsShape = z.infer<typeof operationsShape>
export type CapturesShape = z.infer<typeof capturesShape>

/** A payment in either of the two documented shapes. */
export type NativePayment =
  | ({ readonly shape: 'operations' } & OperationsShape)
  | ({ readonly shape: 'captures' } & CapturesShape)

/** Both shapes; a payment with a list of operations is read as the first. */
export const nativePayment = z.union([
  operationsShape.transform((payment) => ({ shape: 'operations' as const, ...payment })),
  capturesShape.transform((payment) => ({ shape: 'captures' as const, ...payment })),
])

/** An error answer; `type` decides, white space around it does not (§8). */
export const problemDocument = z.object({
  type: z.string().trim(),
  title: z.string(),
  detail: z.string().catch(''),
})

/** The answer of the token endpoint; its lifetime is not documented (§3). */
export const nativeToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional().catch(undefined),
})

/** An error of the token endpoint, in OAuth's shape. */
export const tokenError = z.object({ error: z.string() })
