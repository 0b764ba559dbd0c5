import type { ProviderResponse, Directives } from '../calls/response'
import type { FaultAction } from './action-schema'
import { statusReply, type ErrorBody } from './before-effect'
import { malform } from './malform'
import { unsentReply, wholeReply, type ReplyPlan } from './reply-plan'

/** Replaces values in the body of a response, in the form of the provider. */
export type AlterBody = (
  body: unknown,
  set: Extract<FaultAction, { type: 'alter' }>['set'],
) => unknown

/** The faults among `actions` that the provider itself has to apply. */
export function directivesOf(actions: readonly FaultAction[]): Directives {
  let directives: Directives = {}
  for (const action of actions) {
    if (action.type === 'accepted') {
      const { closeAfterMs, closeAs } = action
      directives = { ...directives, accepted: { closeAfterMs, closeAs } }
    }
    if (action.type === 'refuse') directives = { ...directives, refuseAs: action.as }
    if (action.type === 'lag') directives = { ...directives, lagMs: action.ms }
    if (action.type === 'expire-token') directives = { ...directives, tokenExpired: true }
  }
  return directives
}

/** The reply for a response, changed by the faults that come after the effect. */
export function replyAfterEffect(
  response: ProviderResponse,
  actions: readonly FaultAction[],
  alterBody: AlterBody,
  errorBody: ErrorBody,
): ReplyPlan {
  if (response.noResponse) return unsentReply(response.noResponse)
  let body = response.body
  for (const action of actions) {
    if (action.type === 'alter') body = alterBody(body, action.set)
  }
  let reply = wholeReply(response.status, toText(body), response.headers)
  for (const action of actions) reply = applyFault(reply, action, errorBody)
  return reply
}

/** Text of a body on the wire. */
export function toText(body: unknown): string {
  if (body === undefined) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function applyFault(reply: ReplyPlan, action: FaultAction, errorBody: ErrorBody): ReplyPlan {
  switch (action.type) {
    case 'drop':
    case 'hang':
      return action.when === 'after' ? unsentReply(action.type) : reply
    case 'status':
      return action.when === 'after' ? statusReply(action, errorBody) : reply
    case 'malformed':
      return action.when === 'after' ? malform(reply, action.kind) : reply
    case 'reset-mid-body':
      return { ...reply, delivery: { kind: 'cut' } }
    case 'slow-drip':
      return { ...reply, delivery: { kind: 'drip', bytesPerSecond: action.bytesPerSecond } }
    case 'oversized':
      return { ...reply, delivery: { kind: 'padded', bytes: action.bytes } }
    case 'stale-connection':
      return { ...reply, delivery: { kind: 'stale', afterMs: action.afterMs } }
    case 'delay':
    case 'alter':
    case 'accepted':
    case 'refuse':
    case 'lag':
    case 'expire-token':
      return reply
  }
}
