import { failure, type Result } from '@/lib/domain/operation/result'
import type { ConnectionCheck } from '@/lib/providers/port'

type Problem = Extract<ConnectionCheck, { readonly ok: false }>

/** The failure for a connection whose provider could not be read, with the provider's message. */
export function providerFailure({ problem, message }: Problem): Result<never> {
  return problem === 'not_found'
    ? failure('not_found', { values: { what: 'connection' }, message })
    : failure(problem, { message })
}
