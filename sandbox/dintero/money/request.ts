import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { RequestBody } from '../../calls/body'
import { badRequest } from '../errors'
import type { EventItem, MoneyOperation } from '../transaction'

/** A requested capture, refund or void whose form was checked. */
export interface MoneyRequest {
  readonly operation: MoneyOperation
  /** Minor units; 0 for a void. */
  readonly amount: number
  readonly items?: readonly EventItem[]
  readonly reference?: string
  readonly metadata?: Readonly<Record<string, string>>
  /** True for the last capture; only `dintero_psp` supports it. */
  readonly isFinal: boolean
}

const INT32_MAX = 2_147_483_647
export const amountSchema = z.int().min(0).max(INT32_MAX)

/** A line in a request; unknown fields are ignored (fact sheet §8.1). */
export const itemSchema = z.looseObject({
  line_id: z.string().min(1),
  amount: z.int().min(-INT32_MAX).max(INT32_MAX),
  id: z.string().optional(),
  description: z.string().optional(),
  quantity: z.number().optional(),
  vat_amount: z.number().optional(),
  vat: z.number().optional(),
  type: z.string().optional(),
})

const shared = {
  amount: amountSchema,
  items: z.array(itemSchema).optional(),
  /** The merchant's own metadata (§7.6). */
  metadata: z.record(z.string().startsWith('ext_').max(128), z.string().max(256)).optional(),
}
const captureSchema = z.object({
  ...shared,
  capture_reference: z.string().optional(),
  final_capture: z.boolean().optional(),
})
const refundSchema = z.object({
  ...shared,
  reason: z.string().optional(),
  refund_reference: z.string().optional(),
})

/**
 * Parses the body of a capture (fact sheet §8.1), refund (§8.2) or void (§8.3); 400 if its form is
 * wrong.
 */
export function parseMoneyRequest(
  operation: MoneyOperation,
  body: RequestBody,
): MoneyRequest | { refusal: ProviderResponse } {
  if (operation === 'void') return parseVoid(body)
  const value = body.kind === 'json' ? body.value : undefined
  const parsed = (operation === 'capture' ? captureSchema : refundSchema).safeParse(value)
  if (!parsed.success) return { refusal: formRefusal(parsed.error, value, 'amount') }
  const { data } = parsed
  const reference = 'capture_reference' in data ? data.capture_reference : undefined
  const refundReference = 'refund_reference' in data ? data.refund_reference : undefined
  return {
    operation,
    amount: data.amount,
    ...(data.items && { items: data.items }),
    ...optional('reference', reference ?? refundReference),
    ...(data.metadata && { metadata: data.metadata }),
    isFinal: 'final_capture' in data && data.final_capture === true,
  }
}

/** 400 that names the fields which are missing or wrong. */
export function formRefusal(
  error: z.ZodError,
  value: unknown,
  mainField: string,
): ProviderResponse {
  const paths = error.issues.map((issue) => issue.path.join('.') || mainField)
  const first = error.issues[0]?.path ?? []
  const found = first.reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined
  }, value)
  const missing = found === undefined || first.length === 0
  return badRequest(`${paths[0] ?? mainField} is ${missing ? 'required' : 'not valid'}`, ...paths)
}

function parseVoid(body: RequestBody): MoneyRequest | { refusal: ProviderResponse } {
  const isObject = body.kind === 'json' && typeof body.value === 'object' && body.value !== null
  if (body.kind !== 'none' && !isObject) return { refusal: badRequest('body is not valid') }
  return { operation: 'void', amount: 0, isFinal: false }
}

function optional<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: string })
}
