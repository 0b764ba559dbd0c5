import type { z } from 'zod'
import type { Database } from '@/db/client'
import type { LiveSession } from '@/db/queries/access/sessions'
import { findStepUpState } from '@/db/queries/access/step-up'
import { isRefusedWrite } from '@/db/refused-write'
import type { Actor } from '@/lib/domain/access/actor'
import type { PersonSettings } from '@/lib/domain/access/person-settings'
import { isPermitted, type Permission } from '@/lib/domain/access/permission'
import { checkStepUp, type StepUpAct } from '@/lib/domain/access/step-up'
import { failure, type Result } from '@/lib/domain/operation/result'
import type { Log } from '@/lib/observability/log'
import { actingFrom } from './client-address'
import {
  foreignOrigin,
  internal,
  invalidInput,
  notPermitted,
  notSignedIn,
  secondFactorRequired,
} from './refusals'
import { refused, reported, type ActionEvent } from './report-event'

/** The things an action may use. */
export interface ActionContext {
  readonly actor: Actor
  /** How Paydesk shows itself to who asks. */
  readonly settings: PersonSettings
  /** A UUID that ties the answer, the log and the audit trail together. */
  readonly requestId: string
  readonly database: Database
  /** Database time (ISO 8601) of the first thing that was done for the request. */
  readonly requestedAt: string
}

export interface ActionDefinition<I, O> {
  readonly permission: Permission
  /** True for what sets up a second factor: people who need one and have none may do nothing else. */
  readonly isForSetUp?: true
  readonly input: z.ZodType<I>
  /**
   * What may need a second factor proved minutes ago; null for an input that never does. Where that
   * depends on what the use case finds out, the use case checks it.
   */
  readonly stepUp?: (input: I) => StepUpAct | null
  /** The security event that it is, if it is one; a line in the log, whatever the outcome. */
  readonly event?: (input: I) => ActionEvent
  readonly run: (context: ActionContext, input: I) => Promise<Result<O>>
}

/** Sources of a request's facts for the wrapper. */
export interface ActionRuntime {
  readonly isOwnOrigin: () => Promise<boolean>
  /** A request that a person made prolongs the session: `isUse`, or as its headers say. */
  readonly readSession: (isUse?: boolean) => Promise<LiveSession | null>
  /** The network address that the request is counted under. */
  readonly address: () => Promise<string>
  readonly database: () => Database
  readonly newRequestId: () => string
  readonly log: () => Log
}

/**
 * Checks origin, session, second factor, permission, input and step-up, in this order, and only then
 * runs the action. Never rejects: what is thrown is logged with the request id and answered as `internal`, which
 * distinguishes a failure before the action from one during it, or as `database_refused` where
 * nothing was written.
 */
export async function runAction<I, O>(
  runtime: ActionRuntime,
  definition: ActionDefinition<I, O>,
  input: unknown,
): Promise<Result<O>> {
  const requestId = runtime.newRequestId()
  const { permission } = definition
  let phase: 'before' | 'during' = 'before'
  try {
    const unknown = { requestId, permission, actor: null }
    if (!(await runtime.isOwnOrigin())) return await refused(runtime, unknown, foreignOrigin())
    const session = await runtime.readSession()
    if (session === null) return await refused(runtime, unknown, notSignedIn())
    const { actor, settings, readAt: requestedAt, needsSecondFactor } = session
    const known = { requestId, permission, actor }
    if (needsSecondFactor && definition.isForSetUp !== true) {
      return await refused(runtime, known, secondFactorRequired())
    }
    if (!isPermitted(actor.role, permission)) {
      return await refused(runtime, known, notPermitted(actor.role, permission))
    }
    const parsed = await definition.input.safeParseAsync(input)
    if (!parsed.success) return await refused(runtime, known, invalidInput(parsed.error))
    const database = runtime.database()
    const act = definition.stepUp?.(parsed.data) ?? null
    if (act !== null) {
      const checked = checkStepUp(act, await findStepUpState(database, actor))
      if (!checked.ok) return await refused(runtime, known, checked)
    }
    const acting = actingFrom(await runtime.address(), actor)
    const context = { actor: acting, settings, requestedAt, requestId, database }
    phase = 'during'
    const result = await definition.run(context, parsed.data)
    if (!result.ok && result.error.code === 'step_up_required') {
      return await refused(runtime, known, result)
    }
    return await reported(runtime, known, definition.event?.(parsed.data), result)
  } catch (error) {
    runtime.log().error({ requestId, permission, err: error }, 'an action failed')
    if (isRefusedWrite(error)) return failure('database_refused')
    return internal(phase, requestId)
  }
}
