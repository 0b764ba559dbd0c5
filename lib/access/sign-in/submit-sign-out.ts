import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from '@/db/client'
import { revokeSession } from '@/db/queries/access/sessions'
import { env } from '@/lib/config/env'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { readAddress } from '../request-runtime'
import { readSessionId } from '../read-session'
import { foreignOrigin, internal } from '../refusals'
import { requestRuntime } from '../request-runtime'
import { sessionCookie } from '../session-cookie'

/**
 * Ends the session in the database, clears the cookie and redirects to the sign-in page. Returns
 * only when it did not work, and then the session is still live: `foreign_origin` or `internal`.
 */
export async function submitSignOut(): Promise<Failure> {
  const result = await trySignOut()
  if (!result.ok) return result.error
  redirect('/sign-in')
}

async function trySignOut(): Promise<Result<unknown>> {
  const requestId = requestIdHere()
  try {
    if (!(await requestRuntime.isOwnOrigin())) return foreignOrigin()
    const sessionId = await readSessionId()
    if (sessionId !== null && (await revokeSession(database(), sessionId))) {
      const network = await readAddress()
      logSecurityEvent({ event: 'sign_out', outcome: 'done', sessionId, network, requestId })
    }
    const { name, options } = sessionCookie(env().NEXTAUTH_URL)
    ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
    return { ok: true, value: null }
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-out failed')
    return internal('sign_out', requestId)
  }
}
