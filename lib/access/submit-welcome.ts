import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { database, type Database } from '@/db/client'
import { insertSession } from '@/db/queries/access/sessions'
import { LIMITS } from '@/lib/config/limits'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { changeSession } from './change-session'
import { formText } from './form-text'
import { readAddress } from './read-address'
import { foreignOrigin, internal } from './refusals'
import { isOwnOrigin } from './request-headers'
import { safeReturnPath, signInPath } from './return-path'

/** Uses a one-time link up by choosing a password. */
type ChoosePassword = (
  database: Database,
  chosen: { readonly token: string; readonly password: string; readonly requestId: string },
) => Promise<Result<ChosenBy>>

interface ChosenBy {
  readonly userId: string
  readonly sessionEpoch: number
}

/**
 * Chooses a password by a form's `token` and `password`, signs the person in and redirects to the
 * first page; to sign in, when no session could be opened with the password that is chosen by then.
 * Returns only when nothing was done: `foreign_origin`, `internal`, or as `choose`.
 */
export async function submitWelcome(given: unknown, choose: ChoosePassword): Promise<Failure> {
  const form = given instanceof FormData ? given : new FormData()
  const requestId = randomUUID()
  const password = formText(form, 'password')
  const result = await tryChoose({ token: formText(form, 'token'), password, requestId }, choose)
  if (!result.ok) return result.error
  const isSignedIn = await trySignIn(result.value, requestId)
  redirect(isSignedIn ? safeReturnPath(null) : signInPath(null, 'chosen'))
}

async function tryChoose(
  chosen: Parameters<ChoosePassword>[1],
  choose: ChoosePassword,
): ReturnType<ChoosePassword> {
  const { requestId } = chosen
  try {
    if (!isOwnOrigin((await headers()).get('origin'))) return foreignOrigin()
    const result = await choose(database(), chosen)
    const outcome = result.ok ? 'done' : result.error.code
    const facts = { event: 'link_used', outcome, network: await readAddress(), requestId } as const
    logSecurityEvent(result.ok ? Object.assign({ personId: result.value.userId }, facts) : facts)
    return result
  } catch (error) {
    log().error({ requestId, err: error }, 'choosing a password by a link failed')
    return internal('during', requestId)
  }
}

async function trySignIn(
  { userId, sessionEpoch: epoch }: ChosenBy,
  requestId: string,
): Promise<boolean> {
  try {
    const { sessionMaxAgeS: maxAgeS, userAgentLength } = LIMITS.access
    const userAgent = (await headers()).get('user-agent')?.slice(0, userAgentLength) ?? null
    const session = { id: randomUUID(), userId, epoch, userAgent, maxAgeS }
    if (!(await insertSession(database(), session))) return false
    await changeSession(session.id)
    const facts = {
      personId: userId,
      sessionId: session.id,
      network: await readAddress(),
      requestId,
    }
    logSecurityEvent(
      Object.assign({ event: 'sign_in', outcome: 'done', way: 'link' } as const, facts),
    )
    return true
  } catch (error) {
    log().error({ requestId, err: error }, 'signing in after choosing a password failed')
    return false
  }
}
