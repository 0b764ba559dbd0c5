import type { Database } from '@/db/client'
import {
  clearSignInTries,
  deleteOldSignInTries,
  takeSignInTry,
  type Admission,
} from '@/db/queries/access/sign-in-throttles'
import { findUserByEmail } from '@/db/queries/access/users'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { beginSession, type Beginning } from './begin-session'
import { parseEmail } from './email-address'
import { isPasswordRight } from './passwords'
import { accountKey, addressKey } from './throttle-keys'

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
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
}

/**
 * Opens a session for the right e-mail address and password, or begins a sign-in that waits for a code
 * where the person has a second factor. Every try is counted before the password is checked. Fails with `email_missing`, `password_missing`, `too_many_tries` or
 * `wrong_credentials`; the last two are the same, in words and in time, whether or not the account
 * exists.
 */
export async function signIn(
  { database, secret }: SignInTools,
  request: SignInRequest,
): Promise<Result<Beginning>> {
  const email = parseEmail(request.email)
  if (email === null) return failure('email_missing', { field: 'email' })
  if (request.password === '') return failure('password_missing', { field: 'password' })
  if (request.password.length > LIMITS.access.passwordLength) return wrongCredentials()

  const { failuresPerAddress, failuresPerAccount, throttleWindowS: windowS } = LIMITS.access
  const byAddress = { key: addressKey(request.address, secret), limit: failuresPerAddress, windowS }
  const byAccount = { key: accountKey(email, secret), limit: failuresPerAccount, windowS }
  for (const throttle of [byAddress, byAccount]) {
    const admission = await takeSignInTry(database, throttle)
    if (!admission.admitted) return tooManyTries(admission)
  }

  const user = await findUserByEmail(database, email)
  const isRight = await isPasswordRight(user?.passwordHash ?? null, request.password)
  if (user === null || !isRight || user.isDisabled) return wrongCredentials()

  const { id: userId, sessionEpoch: epoch } = user
  const { sessionId, userAgent } = request
  const beginning = await beginSession(database, { sessionId, userId, epoch, userAgent })
  if (beginning === null) return wrongCredentials()

  await clearSignInTries(database, byAccount.key, byAddress)
  const { throttleKeptS, throttlesDeletedAtOnce } = LIMITS.access
  await deleteOldSignInTries(database, throttleKeptS, throttlesDeletedAtOnce)
  return success(beginning)
}

function wrongCredentials(): Result<never> {
  return failure('wrong_credentials')
}

function tooManyTries({ retryAfterS }: Extract<Admission, { admitted: false }>): Result<never> {
  const minutes = Math.max(1, Math.ceil(retryAfterS / 60))
  return failure('too_many_tries', { values: { minutes } })
}
