import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import type { Beginning } from '../begin-session'
import { changeSession } from '../change-session'
import { readAddress } from '../request-runtime'
import { foreignOrigin, internal } from '../refusals'
import { isOwnOrigin } from '../request-headers'
import { codePath, safeReturnPath } from '../return-path'
import { readDeviceToken } from './known-device'
import { setPendingToken } from './pending-cookie'
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
 * form's `from`; to the page that asks for a code first, where the person has a second factor. Returns
 * only when it did not work: `foreign_origin`, `internal`, or as `signIn`.
 */
export async function submitSignIn(given: unknown): Promise<SignInAnswer> {
  const form = given instanceof FormData ? given : new FormData()
  const email = formText(form, 'email')
  const result = await trySignIn(email, formText(form, 'password'))
  if (!result.ok) return { email, error: result.error }
  const from = form.get('from')
  redirect(result.value.step === 'code' ? codePath(from) : safeReturnPath(from))
}

async function trySignIn(email: string, password: string): Promise<Result<Beginning>> {
  const requestId = requestIdHere()
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
    if (!result.ok) return result
    if (result.value.step === 'code') await setPendingToken(result.value.pendingToken)
    else await changeSession(result.value.sessionId)
    return result
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in failed')
    return internal('sign_in', requestId)
  }
}

/** The text of a form's field; empty where there is none. */
export function formText(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
