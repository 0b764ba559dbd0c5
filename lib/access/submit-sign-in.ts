import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { changeSession } from './change-session'
import { formText } from './form-text'
import { readDeviceToken } from './known-device'
import { readAddress } from './read-address'
import { isOwnOrigin } from './request-headers'
import { foreignOrigin, internal } from './refusals'
import { safeReturnPath } from './return-path'
import { signIn } from './sign-in'

/**
 * State of the form after a try: the e-mail address as it was typed, and the reason for the
 * failure.
 */
export interface SignInAnswer {
  readonly email: string
  readonly error: Failure | null
}

/**
 * Signs in with a form's `email` and `password`, sets the session cookie and redirects to the
 * form's `from`. Returns only when it did not work: `foreign_origin`, `internal`, or as `signIn`.
 */
export async function submitSignIn(given: unknown): Promise<SignInAnswer> {
  const form = given instanceof FormData ? given : new FormData()
  const email = formText(form, 'email')
  const result = await trySignIn(email, formText(form, 'password'))
  if (!result.ok) return { email, error: result.error }
  redirect(safeReturnPath(form.get('from')))
}

async function trySignIn(email: string, password: string): Promise<Result<unknown>> {
  const requestId = randomUUID()
  try {
    const header = await headers()
    if (!isOwnOrigin(header.get('origin'))) return foreignOrigin()
    const result = await signIn(
      { database: database(), secret: env().NEXTAUTH_SECRET },
      {
        email,
        password,
        address: await readAddress(),
        deviceToken: await readDeviceToken(),
        userAgent: header.get('user-agent'),
        sessionId: randomUUID(),
        requestId,
      },
    )
    if (result.ok) await changeSession(result.value.sessionId)
    return result
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in failed')
    return internal('sign_in', requestId)
  }
}
