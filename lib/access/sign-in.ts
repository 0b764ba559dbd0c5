import type { Database } from '@/db/client'
import { insertSession } from '@/db/queries/access/sessions'
import { deleteOldSignInTries } from '@/db/queries/access/sign-in-throttles'
import { findUserByEmail } from '@/db/queries/access/users'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { admitSignIn, settleSignIn } from './admit-sign-in'
import { parseEmail } from './email-address'
import { isPasswordRight } from './passwords'
import { accountKey } from './throttle-keys'

export interface SignInTools {
  readonly database: Database
  /** Keys the hashes under which tries are counted. */
  readonly secret: string
}

export interface SignInRequest {
  readonly email: string
  readonly password: string
  /** Network address of the browser, from `clientAddress`. */
  readonly address: string
  /** The browser's token as a known device; null when it has none. */
  readonly deviceToken: string | null
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
  readonly requestId: string
}

/**
 * Opens a session for the right e-mail address and password. Every try is counted before the
 * password is checked. Fails with `email_missing`, `password_missing`, `too_many_tries` or
 * `wrong_credentials`; the last two are the same, in words and in time, whether or not the account
 * exists.
 */
export async function signIn(
  { database, secret }: SignInTools,
  request: SignInRequest,
): Promise<Result<{ sessionId: string }>> {
  const email = parseEmail(request.email)
  if (email === null) return failure('email_missing', { field: 'email' })
  if (request.password === '') return failure('password_missing', { field: 'password' })
  if (request.password.length > LIMITS.access.passwordLength) return wrongCredentials()

  const { address, deviceToken } = request
  const admission = await admitSignIn(database, secret, { email, address, deviceToken })
  const { requestId } = request
  const facts = { account: accountKey(email, secret), network: address, requestId }
  if (!admission.admitted) {
    logFailure(facts, 'too_many_tries')
    return tooManyTries(admission)
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

  const { sessionId } = request
  const userAgent = request.userAgent?.slice(0, LIMITS.access.userAgentLength) ?? null
  const session = {
    id: sessionId,
    userId: user.id,
    epoch: user.sessionEpoch,
    userAgent,
    maxAgeS: LIMITS.access.sessionMaxAgeS,
  }
  if (!(await insertSession(database, session))) {
    logFailure(facts, 'sessions_ended')
    return wrongCredentials()
  }
  const signedIn = { personId: user.id, role: user.role, sessionId, network: address, requestId }
  logSecurityEvent(
    Object.assign({ event: 'sign_in', outcome: 'done', way: 'password' } as const, signedIn),
  )

  await settleSignIn(database, admission.counts)
  const { throttleKeptS, throttlesDeletedAtOnce } = LIMITS.access
  await deleteOldSignInTries(database, throttleKeptS, throttlesDeletedAtOnce)
  return success({ sessionId })
}

function logFailure(
  facts: { readonly account: string; readonly network: string; readonly requestId: string },
  outcome: string,
): void {
  logSecurityEvent(Object.assign({ event: 'sign_in_failed', outcome } as const, facts))
}

function wrongCredentials(): Result<never> {
  return failure('wrong_credentials')
}

function tooManyTries({ retryAfterS }: { readonly retryAfterS: number }): Result<never> {
  const minutes = Math.max(1, Math.ceil(retryAfterS / 60))
  return failure('too_many_tries', { values: { minutes } })
}
