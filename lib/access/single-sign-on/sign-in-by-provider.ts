import type { Database } from '@/db/client'
import { renewProviderSession, type KnownPerson } from '@/db/queries/access/person-identities'
import { insertSession } from '@/db/queries/access/sessions'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
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

/** A person who shows the provider once more who they are, in the session that is to count it. */
export type SteppingUp = Pick<Actor, 'userId' | 'role' | 'sessionId'>

interface ProviderSignIn extends RequestFacts {
  readonly reply: ProviderReply
  /** Who is signed in, where the provider was to ask the person once more; else null. */
  readonly actor: SteppingUp | null
  readonly userAgent: string | null
  /** A fresh random id for the session to open. */
  readonly sessionId: string
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
  const { actor } = request
  const refused = (problem: SingleSignOnProblem, outcome: string, personId?: string): Outcome => {
    logProviderFailure({ facts: request, actor, outcome, personId })
    return { ok: false, problem }
  }
  const checked = await checkReply(client, request.reply)
  if (!checked.ok) return refused(checked.problem, checked.outcome)
  const { claims } = checked
  const admitted = await admit(database, client.settings, claims, request.requestId)
  if (!admitted.ok) return refused(admitted.problem, admitted.problem, admitted.personId)

  const { person } = admitted
  const opened = await openSession(database, request, { claims, admitted })
  if (!opened.ok) return refused(opened.problem, opened.problem, person.id)
  const { role, id: personId } = person
  const { sessionId } = opened
  const event = opened.isNew ? ('sign_in' as const) : ('step_up' as const)
  const done = { event, outcome: 'done', personId, role, sessionId } as const
  logSecurityEvent(Object.assign(done, factsOf(request)))
  return opened
}

interface RequestFacts {
  /** Network address of the browser, as it is counted. */
  readonly address: string
  readonly requestId: string
}

interface ProviderFailure {
  readonly facts: RequestFacts
  readonly actor: SteppingUp | null
  /** The closer reason. */
  readonly outcome: string
  /** The person whom the provider named, as far as it is known. */
  readonly personId?: string | undefined
}

/** Writes the security event of a sign-in that failed, or of the step-up of who is signed in. */
export function logProviderFailure({ facts, actor, outcome, personId }: ProviderFailure): void {
  if (actor !== null) {
    const { userId, role, sessionId } = actor
    const failed = { event: 'step_up', outcome, personId: userId, role, sessionId } as const
    logSecurityEvent(Object.assign(failed, factsOf(facts)))
    return
  }
  const failed = { event: 'sign_in_failed', outcome } as const
  const known = personId === undefined ? {} : { personId }
  logSecurityEvent(Object.assign(failed, factsOf(facts), known))
}

function factsOf({ address: network, requestId }: RequestFacts) {
  return { network, requestId, way: 'single_sign_on' } as const
}

interface Admitted {
  readonly claims: ProviderClaims
  readonly admitted: { readonly person: KnownPerson; readonly hasProvedFactor: boolean }
}

async function openSession(
  database: Database,
  { actor, userAgent, sessionId }: ProviderSignIn,
  { claims: { authenticatedAt }, admitted: { person, hasProvedFactor } }: Admitted,
): Promise<Outcome> {
  const { id: userId, sessionEpoch: epoch } = person
  if (actor !== null) {
    if (authenticatedAt === null) return { ok: false, problem: 'rejected' }
    const session = { id: actor.sessionId, userId, authenticatedAt }
    const isRenewed = await renewProviderSession(database, session)
    return isRenewed
      ? { ok: true, sessionId: actor.sessionId, isNew: false }
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
