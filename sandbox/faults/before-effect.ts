import type { FaultAction } from './action-schema'
import { malform } from './malform'
import { unsentReply, wholeReply, type ReplyPlan } from './reply-plan'

/** Body of an error status in the form of the provider. */
export type ErrorBody = (status: number) => unknown

/** The reply to a call that must not have an effect, or null when it may go on. */
export function replyBeforeEffect(
  actions: readonly FaultAction[],
  errorBody: ErrorBody,
): ReplyPlan | null {
  for (const action of actions) {
    if (!('when' in action) || action.when !== 'before') continue
    switch (action.type) {
      case 'drop':
      case 'hang':
        return unsentReply(action.type)
      case 'status':
        return statusReply(action, errorBody)
      case 'malformed':
        return malform(wholeReply(200, '{"accepted":true,"events":[]}'), action.kind)
    }
  }
  return null
}

/** The reply of a `status` fault. A text body that is not JSON is sent as HTML. */
export function statusReply(
  action: Extract<FaultAction, { type: 'status' }>,
  errorBody: ErrorBody,
): ReplyPlan {
  const body = action.body === undefined ? errorBody(action.status) : action.body
  const headers =
    typeof body === 'string' ? { 'content-type': 'text/html', ...action.headers } : action.headers
  return wholeReply(action.status, typeof body === 'string' ? body : JSON.stringify(body), headers)
}
