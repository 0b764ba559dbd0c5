import { failure, type Result } from '@/lib/domain/operation/result'
import type { ConnectionCheck } from '@/lib/providers/port'

type Problem = Extract<ConnectionCheck, { readonly ok: false }>

/** Why a connection's provider could not be read, with what the provider said. */
export function providerFailure({ problem, message }: Problem): Result<never> {
  return problem === 'not_found'
    ? failure('not_found', { values: { what: 'connection' }, message })
    : failure(problem, { message })
}
