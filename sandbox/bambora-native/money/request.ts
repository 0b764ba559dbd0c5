import { z } from 'zod'
import type { ProviderResponse } from '../../calls/response'
import type { RequestBody } from '../../calls/body'
import { plainProblem } from '../errors'
import type { MoneyOperation } from '../payment'
import type { Settings } from '../settings'

/** A requested capture, cancel or refund whose form was checked. */
export interface MoneyRequest {
  readonly operation: MoneyOperation
  /** Minor units; null for a cancel, and for all that is left. */
  readonly amount: number | null
  readonly currency: string | null
  readonly comment: string | null
}

const comment = z.string().max(256).nullish()
const currency = z.string().regex(/^[A-Z]{3}$/)

interface Form {
  readonly amount?: number | undefined
  readonly currency?: string | undefined
  readonly comment?: string | null | undefined
}

const capture = z.object({ amount: z.int().min(0), currency, comment })
const refund = z.object({ amount: z.int().min(1), currency, comment })
const cancel = z.object({ comment })

const SCHEMAS: Readonly<
  Record<Settings['leftOut'], Readonly<Record<MoneyOperation, z.ZodType<Form>>>>
> = {
  refuse: { capture, refund, cancel },
  everything: { capture: capture.partial(), refund: refund.partial(), cancel },
}

/**
 * Parses the body of an operation (fact sheet §7); 400 that names the field if its form is wrong.
 */
export function parseMoneyRequest(
  operation: MoneyOperation,
  body: RequestBody,
  { leftOut }: Pick<Settings, 'leftOut'>,
): MoneyRequest | { refusal: ProviderResponse } {
  const isAbsent = body.kind === 'none' && (operation === 'cancel' || leftOut === 'everything')
  const value = body.kind === 'json' ? body.value : isAbsent ? {} : undefined
  const parsed = SCHEMAS[leftOut][operation].safeParse(value)
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
