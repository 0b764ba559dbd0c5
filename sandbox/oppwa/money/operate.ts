import type { Answer, Directives } from '../../calls/answer'
import { resultAnswer, viewOf } from '../answers'
import type { Channel } from '../channels'
import { CODE, isPending, isSuccess } from '../codes/codes'
import { CHANCE, paymentId } from '../ids'
import type { Oppwa } from '../oppwa'
import type { Payment } from '../payment'
import { checkFollowUp, missingCode } from './check-follow-up'
import { decide, type Outcome } from './decide'
import type { FollowUp } from './follow-up'
import { scheduleClosing } from './pending'

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

/** Keeps an entry with how it ends, and answers with it. */
export function store(oppwa: Oppwa, payment: Payment, outcome: Outcome, lagMs?: number): Answer {
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
