import type { Database } from '@/db/client'
import {
  findPendingSignIn,
  openPendingSession,
  takeCodeTry,
} from '@/db/queries/access/pending-sign-ins'
import {
  forgetSignInTries,
  minutesToWait,
  takeSignInTry,
} from '@/db/queries/access/sign-in-throttles'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { knownAddress } from '../client-address'
import { proveCode } from '../second-factor/prove-code'
import { readCode } from '../second-factor/read-code'
import { hashToken } from '../secret-token'
import { codeKey } from '../throttle-keys'

interface CodeRequest {
  /** From the browser's cookie; null without one. */
  readonly pendingToken: string | null
  /** As it was typed. */
  readonly code: string
  /** Network address of the browser, as it is counted. */
  readonly address: string
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
  readonly requestId: string
}

/** True while a code may still be tried for the sign-in with this token. */
export async function isWaitingForCode(
  database: Database,
  pendingToken: string | null,
): Promise<boolean> {
  if (pendingToken === null) return false
  const tokenHash = hashToken(pendingToken)
  return (await findPendingSignIn(database, tokenHash, LIMITS.access.codesPerSignIn)) !== null
}

/**
 * Opens the session of a sign-in whose password was right, by a code of the person's app or a recovery
 * code. Every try is counted before the code is checked, for the sign-in and for the account. Fails with
 * `code_malformed`, which is no try; `code_wrong`, also for a code that was used before;
 * `too_many_codes`; and, when it must begin anew, with `sign_in_over` or after the last try with
 * `codes_used_up`.
 */
export async function signInWithCode(
  { database, secret }: { readonly database: Database; readonly secret: string },
  request: CodeRequest,
): Promise<Result<{ sessionId: string }>> {
  const { codesPerSignIn, failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const tokenHash = hashToken(request.pendingToken ?? '')
  const pending = await findPendingSignIn(database, tokenHash, codesPerSignIn)
  if (pending === null) return failure('sign_in_over')
  const typed = readCode(request.code)
  if (typed === null) return failure('code_malformed', { field: 'code' })

  const { userId: personId } = pending
  const { address: network, sessionId: id, requestId } = request
  const facts = { personId, network, requestId, way: 'code' } as const
  const key = codeKey(personId, secret)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    logSecurityEvent(
      Object.assign({ event: 'sign_in_failed', outcome: 'too_many_codes' } as const, facts),
    )
    return failure('too_many_codes', { values: { minutes: minutesToWait(admission) } })
  }
  const triesLeft = await takeCodeTry(database, tokenHash, codesPerSignIn)
  if (triesLeft === null) return failure('sign_in_over')

  const { sessionMaxAgeS: maxAgeS, userAgentLength } = LIMITS.access
  const userAgent = request.userAgent?.slice(0, userAgentLength) ?? null
  const proof = proveCode(typed, pending)
  const session = { id, userAgent, maxAgeS, requestId, address: knownAddress(network) }
  if (proof === null || !(await openPendingSession(database, tokenHash, proof, session))) {
    const outcome = triesLeft === 0 ? 'codes_used_up' : 'code_wrong'
    logSecurityEvent(Object.assign({ event: 'sign_in_failed', outcome } as const, facts))
    const lock = { event: 'lock', outcome: 'done', scope: 'codes' } as const
    if (admission.isLast === true) logSecurityEvent(Object.assign(lock, facts))
    return triesLeft === 0 ? failure('codes_used_up') : failure('code_wrong', { field: 'code' })
  }
  await forgetSignInTries(database, key)
  const signedIn = { event: 'sign_in', outcome: 'done', sessionId: id } as const
  logSecurityEvent(Object.assign(signedIn, facts))
  return success({ sessionId: id })
}
