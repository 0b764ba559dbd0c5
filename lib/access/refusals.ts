import type { ZodError } from 'zod'
import type { Permission, Role } from '@/lib/domain/access/permission'
import { failure, type Failure, type Result } from '@/lib/domain/operation/result'

/** `foreign_origin`: another site, or no browser page at all, sent this. */
export function foreignOrigin(): Result<never> {
  return failure('foreign_origin')
}

/** `not_signed_in`: no session, or one that has ended. */
export function notSignedIn(): Result<never> {
  return failure('not_signed_in')
}

/** `second_factor_required`: the person's role needs a second factor, and there is none yet. */
export function secondFactorRequired(): Result<never> {
  return failure('second_factor_required')
}

/** `not_permitted`: whose role may not do what. */
export function notPermitted(role: Role, permission: Permission): Result<never> {
  return failure('not_permitted', { values: { role, permission } })
}

/**
 * Codes that a schema may give in place of `invalid_input`: those that the domain has for a number.
 */
const NUMBER_CODES = [
  'amount_not_positive',
  'item_quantity_invalid',
  'item_price_invalid',
  'item_vat_invalid',
] as const
export type NumberCode = (typeof NUMBER_CODES)[number]

/**
 * Names the first field that is wrong: by the code that its schema has for it in `params`, or as
 * `invalid_input`.
 */
export function invalidInput(error: ZodError): Result<never> {
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  const named: unknown = issue?.code === 'custom' ? issue.params?.['code'] : undefined
  const code = NUMBER_CODES.find((candidate) => candidate === named)
  if (code !== undefined) return failure(code, { field })
  const values = { field: field === '' ? 'none' : field }
  return failure('invalid_input', { values, ...(field !== '' && { field }) })
}

/** The step during which something broke: it decides what may have happened. */
type Phase = Extract<Failure, { code: 'internal' }>['values']['phase']

/** `internal`: something broke. `during` an action, whether it took effect is not known. */
export function internal(phase: Phase, requestId: string): Result<never> {
  return failure('internal', { values: { phase, requestId } })
}
