import { findAppSecret } from '@/db/queries/access/second-factors'
import {
  forgetSignInTries,
  minutesToWait,
  takeSignInTry,
} from '@/db/queries/access/sign-in-throttles'
import { proveInSession } from '@/db/queries/access/step-up'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { StepUpCodeInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { logSecurityEvent } from '@/lib/observability/security-log'
import type { ActionContext } from '../action-core'
import { codeKey } from '../throttle-keys'
import { proveCode } from './prove-code'
import { readCode } from './read-code'

/** Who steps up, and in which session. */
export type StepUpContext = Pick<ActionContext, 'actor' | 'requestId' | 'database'>

/**
 * Proves the second factor anew in the session of who asks, by a code of the app or a recovery code.
 * Wrong codes count together with those of signing in. Fails with `code_malformed`, which is no try;
 * `code_wrong`, also for a code that was used before; `too_many_codes`; `second_factor_off` without
 * an app; and `not_signed_in` when the session has ended meanwhile.
 * @param network the address of the browser, as it is counted
 */
export async function stepUpWithCode(
  { actor, requestId, database }: StepUpContext,
  { code }: StepUpCodeInput,
  network: string,
): Promise<Result<null>> {
  const typed = readCode(code)
  if (typed === null) return failure('code_malformed', { field: 'code' })
  const { userId } = actor
  const sealedSecret = await findAppSecret(database, userId)
  if (sealedSecret === null) return failure('second_factor_off')

  const { failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const key = codeKey(userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    return failure('too_many_codes', { values: { minutes: minutesToWait(admission) } })
  }
  const proof = proveCode(typed, { userId, sealedSecret })
  const { sessionId, address = null } = actor
  const who = { userId, sessionId, requestId, address }
  const outcome = proof === null ? 'spent_before' : await proveInSession(database, who, proof)
  if (outcome === 'session_ended') return failure('not_signed_in')
  if (outcome === 'spent_before') {
    const lock = { event: 'lock', outcome: 'done', scope: 'codes', way: 'code' } as const
    const facts = { personId: userId, network, requestId }
    if (admission.isLast === true) logSecurityEvent(Object.assign(facts, lock))
    return failure('code_wrong', { field: 'code' })
  }
  await forgetSignInTries(database, key)
  return success(null)
}
