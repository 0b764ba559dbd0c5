import type { ZodError } from 'zod'
import { rolesPermitted, type Permission, type Role } from '@/lib/domain/permission'
import { failure, type Result } from '@/lib/domain/result'

const DEEDS: Readonly<Record<Permission, string>> = {
  view_transactions: 'see transactions',
  manage_connections: 'manage connections',
  decide_review: 'decide operations that nobody could find out about',
  verify_audit: 'verify the audit trail',
  'operate:capture': 'capture payments',
  'operate:refund': 'refund payments',
  'operate:void': 'void payments',
  'operate:update_authorization': 'change the items of a payment',
  'operate:extend_authorization': 'extend the time of an authorization',
}

/** `foreign_origin`: another site, or no browser page at all, sent this. */
export function foreignOrigin(): Result<never> {
  return failure(
    'foreign_origin',
    'This request did not come from a Paydesk page, so nothing was done.',
  )
}

/** `not_signed_in`: no session, or one that has ended. */
export function notSignedIn(): Result<never> {
  return failure(
    'not_signed_in',
    'You are not signed in any more. Nothing was done: sign in again.',
  )
}

/** `not_permitted`: names the roles that may. */
export function notPermitted(role: Role, permission: Permission): Result<never> {
  const roles = rolesPermitted(permission).map((name) => `“${name}”`)
  const message = `Your role “${role}” may not ${DEEDS[permission]}. Ask someone with the role ${roles.join(' or ')}.`
  return failure('not_permitted', message)
}

/** `invalid_input`: names the first field that is wrong. */
export function invalidInput(error: ZodError): Result<never> {
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  const problem = issue?.message ?? 'malformed'
  if (field === '') return failure('invalid_input', `The input is not valid: ${problem}.`)
  return failure('invalid_input', `The field ${field} is not valid: ${problem}.`, field)
}

/** `internal` before anything was tried. */
export function failedBefore(requestId: string): Result<never> {
  const message = `Something went wrong before anything was done. Try again in a moment. (Request ${requestId})`
  return failure('internal', message)
}

/** `internal` while it was being done: whether it took effect is not known. */
export function failedDuring(requestId: string): Result<never> {
  const message = `Something went wrong, and whether this took effect is not known. Reload the page to see before you try again. (Request ${requestId})`
  return failure('internal', message)
}

/** `internal` in a read, which changes nothing. */
export function failedToRead(requestId: string): Result<never> {
  const message = `This could not be read just now. Try again in a moment. (Request ${requestId})`
  return failure('internal', message)
}
