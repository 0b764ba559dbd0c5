import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import { changeSession } from '../change-session'
import { readAddress } from '../request-runtime'
import { foreignOrigin, internal } from '../refusals'
import { isOwnOrigin } from '../request-headers'
import { safeReturnPath, signInPath } from '../return-path'
import { clearPendingToken, readPendingToken } from './pending-cookie'
import { signInWithCode } from './sign-in-with-code'
import { formText } from './submit-sign-in'

/** Failures after which the sign-in begins anew, with the reason that the sign-in page gives. */
const OVER = { sign_in_over: 'expired', codes_used_up: 'codes' } as const

/**
 * Signs in with a form's `code` after the right password, sets the session cookie and redirects to the
 * form's `from`; to the sign-in page, when the password is needed again. Returns only when another code
 * may be tried: `foreign_origin`, `internal`, or as `signInWithCode`.
 */
export async function submitCode(given: unknown): Promise<Failure> {
  const form = given instanceof FormData ? given : new FormData()
  const from = safeReturnPath(form.get('from'))
  const result = await trySignIn(formText(form, 'code'))
  if (result.ok) redirect(from)
  const { code } = result.error
  if (code !== 'sign_in_over' && code !== 'codes_used_up') return result.error
  redirect(signInPath(from, OVER[code]))
}

async function trySignIn(code: string): Promise<Result<unknown>> {
  const requestId = requestIdHere()
  try {
    const header = await headers()
    if (!isOwnOrigin(header.get('origin'))) return foreignOrigin()
    const pendingToken = await readPendingToken()
    const address = await readAddress()
    const userAgent = header.get('user-agent')
    const result = await signInWithCode(
      { database: database(), secret: env().NEXTAUTH_SECRET },
      { pendingToken, code, address, userAgent, sessionId: randomUUID(), requestId },
    )
    if (!result.ok) return result
    await changeSession(result.value.sessionId)
    await clearPendingToken()
    return result
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in by a code failed')
    return internal('sign_in', requestId)
  }
}
