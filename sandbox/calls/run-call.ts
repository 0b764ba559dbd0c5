import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultActionsSchema, type FaultAction } from '../faults/action-schema'
import { directivesOf, replyAfterEffect, toText, type AlterBody } from '../faults/after-effect'
import { replyBeforeEffect, type ErrorBody } from '../faults/before-effect'
import type { ReplyPlan } from '../faults/reply-plan'
import { sendReply } from '../faults/send-reply'
import type { Runtime } from '../provider'
import type { ProviderResponse, Directives } from './response'
import type { CallFacts, LoggedCall } from './call-log'

/** The handler of one kind of call. */
export interface CallSpec {
  /** Describes the call for the log and for fault plans. Must not fail, whatever was sent. */
  describe(request: FastifyRequest): CallFacts
  /** Checks the call, writes the ledger and returns the response, synchronously. */
  carryOut(request: FastifyRequest, directives: Directives): ProviderResponse
  alterBody: AlterBody
  errorBody: ErrorBody
}

const NO_DIRECTIVES: Directives = {}
const FAULT_HEADER = 'x-sandbox-fault'

/** Logs one call, applies its faults, carries it out and sends the response. */
export function runCall(
  runtime: Runtime,
  spec: CallSpec,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  const facts = spec.describe(request)
  const actions = faultsOf(runtime, facts, request)
  if (actions === null) {
    return reply.code(400).send({ sandbox: `the header ${FAULT_HEADER} holds no fault action` })
  }
  const call = runtime.calls.open(
    facts,
    actions.map((action) => action.type),
  )
  if (actions.length > 0) return runFaultyCall(runtime, spec, request, reply, call, actions)

  const response = attempt(spec, request, NO_DIRECTIVES, call)
  if (response.noResponse) {
    return hijack(
      runtime,
      reply,
      call,
      replyAfterEffect(response, [], spec.alterBody, spec.errorBody),
    )
  }
  reply.type('application/json; charset=utf-8')
  if (response.headers) reply.headers(response.headers)
  runtime.calls.close(call, response.status)
  return reply.code(response.status).send(toText(response.body))
}

async function runFaultyCall(
  runtime: Runtime,
  spec: CallSpec,
  request: FastifyRequest,
  reply: FastifyReply,
  call: LoggedCall,
  actions: readonly FaultAction[],
): Promise<FastifyReply> {
  const delays = actions.filter((action) => action.type === 'delay')
  await pause(runtime, delays, 'beforeMs')
  const early = replyBeforeEffect(actions, spec.errorBody)
  if (early) return hijack(runtime, reply, call, early)
  const response = attempt(spec, request, directivesOf(actions), call)
  await pause(runtime, delays, 'afterMs')
  const late = replyAfterEffect(response, actions, spec.alterBody, spec.errorBody)
  return hijack(runtime, reply, call, late)
}

/**
 * The faults of this call: those in its header, otherwise those of the first matching plan; null
 * for a malformed header.
 */
function faultsOf(
  runtime: Runtime,
  facts: CallFacts,
  request: FastifyRequest,
): readonly FaultAction[] | null {
  const header = request.headers[FAULT_HEADER]
  if (typeof header !== 'string') return runtime.faults.take(facts)
  try {
    return faultActionsSchema.safeParse(JSON.parse(header)).data ?? null
  } catch {
    return null
  }
}

function attempt(
  spec: CallSpec,
  request: FastifyRequest,
  directives: Directives,
  call: LoggedCall,
): ProviderResponse {
  try {
    const response = spec.carryOut(request, directives)
    call.effect = response.effect
    return response
  } catch (error) {
    console.error(`sandbox: ${call.method} ${call.path} failed:`, error)
    return { status: 500, body: spec.errorBody(500), effect: false }
  }
}

async function pause(
  runtime: Runtime,
  delays: readonly Extract<FaultAction, { type: 'delay' }>[],
  part: 'beforeMs' | 'afterMs',
): Promise<void> {
  const ms = delays.reduce((sum, delay) => sum + delay[part], 0)
  if (ms > 0) await runtime.clock.wait(ms)
}

function hijack(
  runtime: Runtime,
  reply: FastifyReply,
  call: LoggedCall,
  plan: ReplyPlan,
): FastifyReply {
  reply.hijack()
  if (reply.raw.destroyed) {
    runtime.calls.close(call, 'dropped')
    return reply
  }
  sendReply(reply.raw, plan, (whole) => runtime.calls.close(call, whole ? plan.status : 'dropped'))
  return reply
}
