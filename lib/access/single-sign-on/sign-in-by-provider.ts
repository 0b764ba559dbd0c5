import type { Database } from '@/db/client'
import { renewProviderSession, type KnownPerson } from '@/db/queries/access/person-identities'
import { insertSession } from '@/db/queries/access/sessions'
import { LIMITS } from '@/lib/config/limits'
import type {
  ProviderClaims,
  SingleSignOn,
  SingleSignOnProblem,
} from '@/lib/domain/access/single-sign-on'
import { logSecurityEvent } from '@/lib/observability/security-log'
import { checkReply, type ProviderReply } from './ask-provider'
import type { ProviderClient } from './provider-options'

/** Finds or makes the person whom the provider names; the rules are those of `lib/people`. */
export type AdmitPerson = (
  database: Database,
  settings: SingleSignOn,
  claims: ProviderClaims,
  requestId: string,
) => Promise<
  | { readonly ok: true; readonly person: KnownPerson; readonly hasProvedFactor: boolean }
  | { readonly ok: false; readonly problem: SingleSignOnProblem; readonly personId?: string }
>

interface ProviderSignIn {
  readonly reply: ProviderReply
  /** The session of the browser, for a person who shows once more who they are; null without one. */
  readonly currentSessionId: string | null
  /** Network address of the browser, as it is counted. */
  readonly address: string
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
  readonly requestId: string
}

type Outcome =
  | { readonly ok: true; readonly sessionId: string; readonly isNew: boolean }
  | { readonly ok: false; readonly problem: SingleSignOnProblem }

/**
 * Opens a session for a browser that has come back from the identity provider; or, where a signed-in
 * person was to show once more who they are, notes that in their session. Writes the security event.
 */
export async function signInByProvider(
  database: Database,
  { client, admit }: { readonly client: ProviderClient; readonly admit: AdmitPerson },
  request: ProviderSignIn,
): Promise<Outcome> {
  const { address: network, requestId } = request
  const facts = { network, requestId, way: 'single_sign_on' } as const
  const refused = (problem: SingleSignOnProblem, outcome: string, personId?: string): Outcome => {
    const failed = { event: 'sign_in_failed', outcome } as const
    logSecurityEvent(Object.assign(failed, facts, personId === undefined ? {} : { personId }))
    return { ok: false, problem }
  }
  const checked = await checkReply(client, request.reply)
  if (!checked.ok) return refused(checked.problem, checked.outcome)
  const { claims } = checked
  const admitted = await admit(database, client.settings, claims, requestId)
  if (!admitted.ok) return refused(admitted.problem, admitted.problem, admitted.personId)

  const { person } = admitted
  const opened = await openSession(database, request, { claims, admitted })
  if (!opened.ok) return refused(opened.problem, opened.problem, person.id)
  const { role, id: personId } = person
  const { sessionId } = opened
  const done = { event: 'sign_in', outcome: 'done', personId, role, sessionId } as const
  logSecurityEvent(Object.assign(done, facts))
  return opened
}

interface Admitted {
  readonly claims: ProviderClaims
  readonly admitted: { readonly person: KnownPerson; readonly hasProvedFactor: boolean }
}

async function openSession(
  database: Database,
  { reply, currentSessionId, userAgent, sessionId }: ProviderSignIn,
  { claims: { authenticatedAt }, admitted: { person, hasProvedFactor } }: Admitted,
): Promise<Outcome> {
  const { id: userId, sessionEpoch: epoch } = person
  if (reply.isAgain && currentSessionId !== null) {
    if (authenticatedAt === null) return { ok: false, problem: 'rejected' }
    const session = { id: currentSessionId, userId, authenticatedAt }
    const isRenewed = await renewProviderSession(database, session)
    return isRenewed
      ? { ok: true, sessionId: currentSessionId, isNew: false }
      : { ok: false, problem: 'other_person' }
  }
  const { sessionMaxAgeS: maxAgeS, userAgentLength } = LIMITS.access
  const session = {
    id: sessionId,
    userId,
    epoch,
    userAgent: userAgent?.slice(0, userAgentLength) ?? null,
    maxAgeS,
    provider: { authenticatedAt },
    ...(hasProvedFactor && { hasProvedFactor }),
  }
  const isOpened = await insertSession(database, session)
  return isOpened ? { ok: true, sessionId, isNew: true } : { ok: false, problem: 'disabled' }
}
