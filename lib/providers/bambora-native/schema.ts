import { z } from 'zod'
import { currencyCode, shownText as shown, zonedTime } from '../shared/fields'

const minor = z.int().nonnegative()
const card = z.object({ cardNumber: shown, cardType: shown }).optional().catch(undefined)

const operation = z.object({
  id: z.string().min(1),
  type: z.string(),
  success: z.boolean(),
  /** The format is unknown. */
  timestamp: zonedTime.optional().catch(undefined),
  code: shown,
  comment: shown,
  amount: minor.nullish(),
  currency: currencyCode.nullish(),
  psp_reference: shown,
  card,
})

/** The payment object of the guides: everything that was done, in order (fact sheet §6.1). */
const operationsShape = z.object({
  external_id: z.string().min(1),
  merchant_id: z.string().min(1),
  internal_id: shown,
  _locked_at: shown,
  operations: z.array(operation),
  state: z.string(),
})

const capture = z.object({ amount: minor, currency: currencyCode, comment: shown })

/** The payment object of the API description: captures only, without a time (§6.2). */
const capturesShape = z.object({
  payment: z.string().min(1),
  merchant: z.string().min(1),
  state: z.string(),
  currency: currencyCode,
  amount: minor,
  captures: z.array(capture).default([]),
  card,
})

export type NativeOperation = z.infer<typeof operation>
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
