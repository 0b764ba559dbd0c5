import type { Answer, Directives } from '../../calls/answer'
import { resultAnswer, viewOf } from '../answers'
import type { Channel } from '../channels'
import type { Pending } from '../changes'
import { CODE, isPending, isSuccess } from '../codes/codes'
import { successCode } from '../codes/success-code'
import { CHANCE, paymentId } from '../ids'
import type { Oppwa } from '../oppwa'
import type { Payment, PaymentType } from '../payment'
import { behaviourFor } from './behaviour'
import { checkFollowUp, missingCode } from './check-follow-up'
import type { FollowUp } from './follow-up'
import { scheduleClosing } from './pending'

/** How an operation ends that passed all checks. */
interface Outcome {
  readonly code: string
  readonly close?: { readonly closeAfterMs: number; readonly closeAs: Pending['closeAs'] }
  readonly lost?: 'drop'
  readonly status?: number
}

/**
 * Carries out an operation on an earlier payment in one go (fact sheet §4): what it makes is an
 * entry of its own, also when it fails.
 */
export function operate(
  oppwa: Oppwa,
  channel: Channel,
  targetId: string,
  request: FollowUp,
  directives: Directives,
): Answer {
  const { book } = oppwa
  const target = book.payments.get(targetId)
  const nowMs = oppwa.now()
  if (!target) {
    const code = request.type === 'RF' ? CODE.noCreditChannel : missingCode(request.type)
    return resultAnswer(book.switches.workflowFailureStatus, code, nowMs)
  }
  if (target.entityId !== channel.entityId) {
    return resultAnswer(book.switches.workflowFailureStatus, CODE.otherEntity, nowMs)
  }
  const { switches } = book
  const tree = book.treeOf(target.rootId)
  const checked = checkFollowUp({ tree, target, request, switches, nowMs })
  const outcome =
    'code' in checked ? { code: checked.code } : decide(oppwa, channel, target, request, directives)
  const payment = follow(target, request, {
    hundredths: 'code' in checked ? (request.hundredths ?? 0) : checked.hundredths,
    code: outcome.code,
    nowMs,
  })
  return store(oppwa, payment, outcome, directives.lagMs)
}

function store(oppwa: Oppwa, payment: Payment, outcome: Outcome, lagMs?: number): Answer {
  const { switches } = oppwa.book
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
    body: viewOf(payment, { referencedId: switches.referencedIdInAnswers }),
    effect: isSuccess(code),
    ...(outcome.lost && { lost: outcome.lost }),
  }
}

/** HTTP status that goes with a code, which proves nothing (fact sheet §8). */
function statusOf(oppwa: Oppwa, code: string): number {
  if (isSuccess(code) || isPending(code)) return 200
  const { workflowFailureStatus, declineStatus } = oppwa.book.switches
  return code.startsWith('700.') ? workflowFailureStatus : declineStatus
}

/** Decides by, in this order: forced result, fault of this call, mark of the payment, brand. */
function decide(
  oppwa: Oppwa,
  channel: Channel,
  target: Payment,
  request: FollowUp,
  directives: Directives,
): Outcome {
  const { switches } = oppwa.book
  const later = (closeAs: Pending['closeAs'], closeAfterMs = switches.pendingMs): Outcome => ({
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
  const mark = oppwa.book.payments.get(target.rootId)?.behaviour
  const done = successCode(channel, request.testMode)
  switch (behaviourFor(mark, request.type)) {
    case 'refuse':
      return { code: CODE.declined }
    case '202':
      return later('done')
    case '202-refused':
      return later('refused')
    case 'timeout':
      return { code: done, lost: 'drop' }
    case 'uncertain':
      return { code: '900.100.300', status: 200 }
    case null:
      break
  }
  const isAsync = request.type === 'RF' && switches.asyncRefundBrands.includes(target.brand)
  return isAsync ? later('done') : { code: done }
}

function pendingCode(type: PaymentType): string {
  return type === 'RF' ? CODE.pendingRefund : CODE.pending
}

/** The entry that an operation makes. */
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
  const { merchantTransactionId, merchantInvoiceId, testMode, forcedCode } = request
  return {
    id: result.id ?? paymentId(CHANCE),
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
    ...(forcedCode !== undefined && { customParameters: { forceResultCode: forcedCode } }),
  }
}
