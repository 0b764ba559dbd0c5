import type { Directives } from '../../calls/response'
import type { Pending } from '../changes'
import type { Channel } from '../channels'
import { CODE, successCode } from '../codes/codes'
import type { Oppwa } from '../oppwa'
import type { Payment, PaymentType } from '../payment'
import { behaviourFor } from './behaviour'
import type { FollowUp } from './check-follow-up'

/** The outcome of an operation that passed all checks. */
export interface Outcome {
  readonly code: string
  readonly close?: { readonly closeAfterMs: number; readonly closeAs: Pending['closeAs'] }
  readonly noResponse?: 'drop'
  readonly status?: number
}

type RequestFacts = Pick<FollowUp, 'type' | 'testMode' | 'forcedCode'>

/**
 * Decides by, in this order: forced result, fault of this call, behaviour of the payment, brand.
 */
export function decide(
  oppwa: Oppwa,
  channel: Channel,
  target: Payment,
  request: RequestFacts,
  directives: Directives,
): Outcome {
  const { settings } = oppwa.state
  const later = (closeAs: Pending['closeAs'], closeAfterMs = settings.pendingMs): Outcome => ({
    code: pendingCode(request.type),
    close: { closeAfterMs, closeAs },
  })
  if (request.forcedCode !== undefined) return { code: request.forcedCode }
  if (directives.accepted) {
    return later(directives.accepted.closeAs, directives.accepted.closeAfterMs)
  }
  if (directives.refuseAs) {
    return { code: CODE.declined, status: directives.refuseAs === 'failed-event' ? 200 : 400 }
  }
  const behaviour = oppwa.state.payments.get(target.rootId)?.behaviour
  const done = successCode(channel, request.testMode)
  switch (behaviourFor(behaviour, request.type)) {
    case 'refuse':
      return { code: CODE.declined }
    case '202':
      return later('done')
    case '202-refused':
      return later('refused')
    case 'timeout':
      return { code: done, noResponse: 'drop' }
    case 'uncertain':
      return { code: CODE.uncertain, status: 200 }
    case null:
      break
  }
  const isAsync = request.type === 'RF' && settings.asyncRefundBrands.includes(target.brand)
  return isAsync ? later('done') : { code: done }
}

function pendingCode(type: PaymentType): string {
  return type === 'RF' ? CODE.pendingRefund : CODE.pending
}
