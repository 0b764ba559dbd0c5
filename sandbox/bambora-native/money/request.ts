import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { RequestBody } from '../../calls/body'
import { plainProblem } from '../errors'
import type { MoneyOperation } from '../payment'

/** A requested capture, cancel or refund whose form was checked. */
export interface MoneyRequest {
  readonly operation: MoneyOperation
  /** Minor units; null for a cancel. */
  readonly amount: number | null
  readonly currency: string | null
  readonly comment: string | null
}

const comment = z.string().max(256).nullish()
const currency = z.string().regex(/^[A-Z]{3}$/)

interface Form {
  readonly amount?: number
  readonly currency?: string
  readonly comment?: string | null | undefined
}

const SCHEMAS: Readonly<Record<MoneyOperation, z.ZodType<Form>>> = {
  capture: z.object({ amount: z.int().min(0), currency, comment }),
  refund: z.object({ amount: z.int().min(1), currency, comment }),
  cancel: z.object({ comment }),
}

/**
 * Parses the body of an operation (fact sheet §7); 400 that names the field if its form is wrong.
 */
export function parseMoneyRequest(
  operation: MoneyOperation,
  body: RequestBody,
): MoneyRequest | { refusal: ProviderResponse } {
  const isAbsent = body.kind === 'none' && operation === 'cancel'
  const value = body.kind === 'json' ? body.value : isAbsent ? {} : undefined
  const parsed = SCHEMAS[operation].safeParse(value)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.')
    return {
      refusal: plainProblem(400, `The field '${field || 'amount'}' is missing or malformed.`),
    }
  }
  const { data } = parsed
  return {
    operation,
    amount: data.amount ?? null,
    currency: data.currency ?? null,
    comment: data.comment ?? null,
  }
}
