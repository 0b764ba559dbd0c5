import type { ProviderResponse, Directives } from '../../calls/response'
import { unknownPaymentResponse, viewOf } from '../responses'
import type { Channel } from '../channels'
import { CODE, isPending, isSuccess } from '../codes/codes'
import { RANDOM, paymentId } from '../ids'
import type { Oppwa } from '../oppwa'
import type { Payment } from '../payment'
import { checkFollowUp, missingCode, type FollowUp } from './check-follow-up'
import { decide, type Outcome } from './decide'
import { scheduleClosing } from './pending'

/**
 * Carries out an operation on an earlier payment synchronously (fact sheet §4). It makes an entry
 * of its own, also when it fails.
 */
export function operate(
  oppwa: Oppwa,
  channel: Channel,
  targetId: string,
  request: FollowUp,
  directives: Directives,
): ProviderResponse {
  const { state } = oppwa
  const target = state.payments.get(targetId)
  const nowMs = oppwa.now()
  const refuseUnknown = (code: string): ProviderResponse => {
    const { workflowFailureStatus } = state.settings
    const refusal = { type: request.type, code }
    return unknownPaymentResponse(workflowFailureStatus, refusal, channel.entityId, nowMs)
  }
  if (!target) {
    const code = request.type === 'RF' ? CODE.noCreditChannel : missingCode(request.type)
    return refuseUnknown(code)
  }
  if (target.entityId !== channel.entityId) return refuseUnknown(CODE.otherEntity)
  const { settings } = state
  const tree = state.treeOf(target.rootId)
  const checked = checkFollowUp({ tree, target, request, settings, nowMs })
  const outcome =
    'code' in checked ? { code: checked.code } : decide(oppwa, channel, target, request, directives)
  const payment = follow(target, request, {
    hundredths: 'code' in checked ? (request.hundredths ?? 0) : checked.hundredths,
    code: outcome.code,
    nowMs,
  })
  return store(oppwa, payment, outcome, directives.lagMs)
}

/** Stores an entry with its end, and returns the response. */
export function store(
  oppwa: Oppwa,
  payment: Payment,
  outcome: Outcome,
  lagMs?: number,
): ProviderResponse {
  const { settings } = oppwa.state
  const { id, code } = payment
  const { close } = outcome
  const pending = close && {
    id,
    closesAtMs: oppwa.now() + close.closeAfterMs,
    closeAs: close.closeAs,
  }
  oppwa.record({ kind: 'payment', payment, ...(pending && { pending }) }, lagMs)
  if (pending) scheduleClosing(oppwa, pending)
  return {
    status: outcome.status ?? statusOf(oppwa, code),
    body: viewOf(payment, {
      referencedId: settings.referencedIdInResponses,
      withoutId: settings.idOfForcedDecline === 'absent' && isForcedDecline(payment),
    }),
    effect: isSuccess(code),
    ...(outcome.noResponse && { noResponse: outcome.noResponse }),
  }
}

/** True for a refusal that the caller has forced (fact sheet §5.7). */
function isForcedDecline({ code, customParameters }: Payment): boolean {
  const isOpen = isPending(code) || code === CODE.uncertain
  return customParameters?.['forceResultCode'] === code && !isSuccess(code) && !isOpen
}

/** HTTP status that goes with a code, which proves nothing (fact sheet §8). */
function statusOf(oppwa: Oppwa, code: string): number {
  if (isSuccess(code) || isPending(code)) return 200
  const { workflowFailureStatus, declineStatus } = oppwa.state.settings
  return code.startsWith('700.') ? workflowFailureStatus : declineStatus
}

/** The entry of an operation. */
export function follow(
  target: Payment,
  request: FollowUp,
  result: {
    readonly hundredths: number
    readonly code: string
    readonly nowMs: number
    readonly id?: string
  },
): Payment {
  const { merchantTransactionId, merchantInvoiceId, testMode, customParameters } = request
  return {
    id: result.id ?? paymentId(RANDOM),
    rootId: target.rootId,
    referencedId: target.id,
    entityId: target.entityId,
    type: request.type,
    brand: target.brand,
    hundredths: result.hundredths,
    currency: target.currency,
    code: result.code,
    createdAt: new Date(result.nowMs).toISOString(),
    by: request.by,
    ...(merchantTransactionId !== undefined && { merchantTransactionId }),
    ...(merchantInvoiceId !== undefined && { merchantInvoiceId }),
    ...(testMode !== undefined && { testMode }),
    ...(customParameters && { customParameters }),
  }
}
