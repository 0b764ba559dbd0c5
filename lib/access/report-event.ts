import type { Actor } from '@/lib/domain/access/actor'
import type { Permission } from '@/lib/domain/access/permission'
import type { Result } from '@/lib/domain/operation/result'
import type { Log } from '@/lib/observability/log'
import { logSecurityEvent, type ActionEventName } from '@/lib/observability/security-log'

/** What an action is, for the log of security events, and the person it is about. */
export interface ActionEvent {
  readonly event: ActionEventName
  readonly subjectId?: string
}

/** A request as far as it is known when its event is written. */
interface Reported {
  readonly requestId: string
  readonly permission: Permission
  /** Null without a live session. */
  readonly actor: Actor | null
}

/** The part of a request's sources that an event needs. */
interface Runtime {
  readonly address: () => Promise<string>
  readonly log: () => Log
}

/** Writes the event of an action that ran, with its outcome, and hands the result on. */
export async function reported<T>(
  runtime: Runtime,
  request: Reported,
  event: ActionEvent | undefined,
  result: Result<T>,
): Promise<Result<T>> {
  if (event === undefined) return result
  const outcome = result.ok ? 'done' : result.error.code
  const facts = await factsOf(runtime, request)
  logSecurityEvent(Object.assign(facts, event, { outcome }), runtime.log())
  return result
}

/** Writes down that a request was refused at the door, and hands the refusal on. */
export async function refused(
  runtime: Runtime,
  request: Reported,
  refusal: Result<never>,
): Promise<Result<never>> {
  const outcome = refusal.ok ? 'done' : refusal.error.code
  const { permission } = request
  const facts = await factsOf(runtime, request)
  const event = Object.assign(facts, { event: 'refused', outcome, permission } as const)
  logSecurityEvent(event, runtime.log())
  return refusal
}

async function factsOf(runtime: Runtime, { requestId, actor }: Reported) {
  const network = await runtime.address()
  if (actor === null) return { requestId, network }
  const { userId: personId, role, sessionId } = actor
  return { requestId, network, personId, role, sessionId }
}
