import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { database, type Database } from '@/db/client'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { beginSession, logBeginning } from '../begin-session'
import { changeSession } from '../change-session'
import { knownAddress } from '../client-address'
import { readAddress } from '../request-runtime'
import { foreignOrigin, internal } from '../refusals'
import { isOwnOrigin } from '../request-headers'
import { codePath, safeReturnPath, signInPath } from '../return-path'
import { setPendingToken } from './pending-cookie'
import { formText } from './submit-sign-in'

/** Uses a one-time link up by choosing a password. */
type ChoosePassword = (
  database: Database,
  chosen: {
    readonly token: string
    readonly password: string
    readonly requestId: string
    readonly address: string | null
  },
) => Promise<Result<ChosenBy>>

interface ChosenBy {
  readonly userId: string
  readonly sessionEpoch: number
}

/**
 * Chooses a password by a form's `token` and `password`, signs the person in and redirects to the
 * first page; to the page that asks for a code, where the person has a second factor; to sign in, when
 * no session could be opened with the password that is chosen by then.
 * Returns only when nothing was done: `foreign_origin`, `internal`, or as `choose`.
 */
export async function submitWelcome(given: unknown, choose: ChoosePassword): Promise<Failure> {
  const form = given instanceof FormData ? given : new FormData()
  const requestId = requestIdHere()
  const password = formText(form, 'password')
  const result = await tryChoose({ token: formText(form, 'token'), password, requestId }, choose)
  if (!result.ok) return result.error
  redirect(await trySignIn(result.value, requestId))
}

async function tryChoose(
  typed: Omit<Parameters<ChoosePassword>[1], 'address'>,
  choose: ChoosePassword,
): ReturnType<ChoosePassword> {
  const { requestId } = typed
  try {
    if (!isOwnOrigin((await headers()).get('origin'))) return foreignOrigin()
    const network = await readAddress()
    const result = await choose(database(), { ...typed, address: knownAddress(network) })
    const outcome = result.ok ? 'done' : result.error.code
    const facts = { event: 'link_used', outcome, network, requestId } as const
    logSecurityEvent(result.ok ? Object.assign({ personId: result.value.userId }, facts) : facts)
    return result
  } catch (error) {
    log().error({ requestId, err: error }, 'choosing a password by a link failed')
    return internal('during', requestId)
  }
}

/** Signs in, and gives the path that it leads to. */
async function trySignIn(
  { userId, sessionEpoch: epoch }: ChosenBy,
  requestId: string,
): Promise<string> {
  try {
    const userAgent = (await headers()).get('user-agent')
    const wanted = { sessionId: randomUUID(), userId, epoch, userAgent }
    const beginning = await beginSession(database(), wanted)
    if (beginning !== null) {
      const network = await readAddress()
      logBeginning(beginning, { way: 'link', personId: userId, network, requestId })
    }
    if (beginning?.step === 'code') {
      await setPendingToken(beginning.pendingToken)
      return codePath(null)
    }
    if (beginning !== null) {
      await changeSession(beginning.sessionId)
      return safeReturnPath(null)
    }
  } catch (error) {
    log().error({ requestId, err: error }, 'signing in after choosing a password failed')
  }
  return signInPath(null, 'chosen')
}
