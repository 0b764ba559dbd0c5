import type { Failure } from '@/lib/domain/operation/result'

/** Codes about how people sign in, each of which is all that its words need. */
const CODES = [
  'wrong_credentials',
  'local_passwords_off',
  'local_ways_off',
  'signs_in_by_provider',
  'emergency_admin',
  'sign_in_over',
  'codes_used_up',
  'code_malformed',
  'code_wrong',
  'second_factor_required',
  'second_factor_on',
  'second_factor_off',
  'second_factor_needed',
  'set_up_over',
] as const

type WayInFailure = Extract<Failure, { readonly code: (typeof CODES)[number] }>

/** True for a failure about how people sign in. */
export function isWayInFailure(failure: Failure): failure is WayInFailure {
  return CODES.some((code) => code === failure.code)
}
