import type { Database } from '@/db/client'
import { deleteOldSignInTries, minutesToWait } from '@/db/queries/access/sign-in-throttles'
import { findUserByEmail } from '@/db/queries/access/users'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { beginSession, logBeginning, type Beginning } from '../begin-session'
import { parseEmail } from '../email-address'
import { isPasswordRight } from '../passwords'
import { accountKey } from '../throttle-keys'
import { admitSignIn, settleSignIn } from './admit-sign-in'

export interface SignInTools {
  readonly database: Database
  /** Keys the hashes under which tries are counted. */
  readonly secret: string
}

export interface SignInRequest {
  readonly email: string
  readonly password: string
  /** Network address of the browser, as it is counted. */
  readonly address: string
  /** The browser's token as a known device; null when it has none. */
  readonly deviceToken: string | null
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
  readonly requestId: string
}

/**
 * Opens a session for the right e-mail address and password, or begins a sign-in that waits for a code
 * where the person has a second factor. Every try is counted before the password is checked. Fails
 * with `email_missing`, `password_missing`, `too_many_tries` or `wrong_credentials`; the last two are
 * the same, in words and in time, whether or not the account exists. Only who knows the password learns
 * that it counts no more (`local_passwords_off`), so that no one else finds the emergency admin.
 */
export async function signIn(
  { database, secret }: SignInTools,
  request: SignInRequest,
): Promise<Result<Beginning>> {
  const email = parseEmail(request.email)
  if (email === null) return failure('email_missing', { field: 'email' })
  if (request.password === '') return failure('password_missing', { field: 'password' })
  if (request.password.length > LIMITS.access.passwordLength) return wrongCredentials()

  const { address, deviceToken } = request
  const admission = await admitSignIn(database, secret, { email, address, deviceToken })
  const { requestId } = request
  const account = accountKey(email, secret)
  const facts = { account, network: address, requestId, way: 'password' } as const
  if (!admission.admitted) {
    logFailure(facts, 'too_many_tries')
    return failure('too_many_tries', { values: { minutes: minutesToWait(admission) } })
  }

  const user = await findUserByEmail(database, email)
  const isRight = await isPasswordRight(user?.passwordHash ?? null, request.password)
  if (user === null || !isRight || user.isDisabled) {
    logFailure(facts, user === null ? 'unknown' : isRight ? 'disabled' : 'wrong_password')
    for (const scope of admission.full) {
      logSecurityEvent(Object.assign({ event: 'lock', outcome: 'done', scope } as const, facts))
    }
    return wrongCredentials()
  }
  if (!user.maySignInLocally) {
    logFailure(facts, 'local_passwords_off')
    return failure('local_passwords_off')
  }

  const { id: userId, role, sessionEpoch: epoch } = user
  const { sessionId, userAgent } = request
  const beginning = await beginSession(database, { sessionId, userId, epoch, userAgent })
  if (beginning === null) {
    logFailure(facts, 'sessions_ended')
    return wrongCredentials()
  }
  const person = { personId: userId, role, network: address, requestId }
  logBeginning(beginning, Object.assign({ way: 'password' } as const, person))

  await settleSignIn(database, admission.counts)
  const { throttleKeptS, throttlesDeletedAtOnce } = LIMITS.access
  await deleteOldSignInTries(database, throttleKeptS, throttlesDeletedAtOnce)
  return success(beginning)
}

interface FailureFacts {
  readonly account: string
  readonly network: string
  readonly requestId: string
  readonly way: 'password'
}

function logFailure(facts: FailureFacts, outcome: string): void {
  logSecurityEvent(Object.assign({ event: 'sign_in_failed', outcome } as const, facts))
}

function wrongCredentials(): Result<never> {
  return failure('wrong_credentials')
}
