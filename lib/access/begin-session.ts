import type { Database } from '@/db/client'
import { insertPendingSignIn } from '@/db/queries/access/pending-sign-ins'
import { hasSecondFactor } from '@/db/queries/access/second-factors'
import { insertSession } from '@/db/queries/access/sessions'
import { LIMITS } from '@/lib/config/limits'
import type { Role } from '@/lib/domain/access/permission'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { hashToken, newToken } from './secret-token'

/** What the right password leads to: a session, or a sign-in that waits for a code. */
export type Beginning =
  | { readonly step: 'session'; readonly sessionId: string }
  | {
      readonly step: 'code'
      /** For the browser's cookie; the database knows its hash. */
      readonly pendingToken: string
    }

interface Wanted {
  /** A fresh random id for the session to open. */
  readonly sessionId: string
  readonly userId: string
  /** The person's session epoch when the password was verified or chosen. */
  readonly epoch: number
  readonly userAgent: string | null
}

/**
 * Goes on after the right password: opens a session, or begins to wait for a code where the person
 * has a second factor. Null when the person is disabled or all sessions were ended since.
 */
export async function beginSession(
  database: Database,
  { sessionId, userId, epoch, userAgent }: Wanted,
): Promise<Beginning | null> {
  const { pendingSignInS: validForS, sessionMaxAgeS: maxAgeS, userAgentLength } = LIMITS.access
  if (await hasSecondFactor(database, userId)) {
    const pendingToken = newToken()
    const tokenHash = hashToken(pendingToken)
    await insertPendingSignIn(database, { tokenHash, userId, epoch, validForS })
    return { step: 'code', pendingToken }
  }
  const agent = userAgent?.slice(0, userAgentLength) ?? null
  const session = { id: sessionId, userId, epoch, userAgent: agent, maxAgeS }
  return (await insertSession(database, session)) ? { step: 'session', sessionId } : null
}

/** A right password or a used link, as the log of security events tells of it. */
interface BeginningFacts {
  readonly way: 'password' | 'link'
  readonly personId: string
  readonly role?: Role
  readonly network: string
  readonly requestId: string
}

/** Writes the security event of a beginning: signed in, or asked for a code first. */
export function logBeginning(beginning: Beginning, facts: BeginningFacts): void {
  if (beginning.step === 'code') {
    logSecurityEvent(Object.assign({ event: 'sign_in', outcome: 'code_asked' } as const, facts))
    return
  }
  const { sessionId } = beginning
  logSecurityEvent(Object.assign({ event: 'sign_in', outcome: 'done', sessionId } as const, facts))
}
