import { CODE, isPending } from '../codes/codes'
import type { Payment, PaymentType } from '../payment'
import type { Settings } from '../settings'
import { capturable, chargeLeft, isCharge, isDone, refundable, totalsOf } from './totals'

/** An operation on an earlier payment, checked for form (fact sheet §4). */
export interface FollowUp {
  readonly type: PaymentType
  /** Null for a reversal of everything. */
  readonly hundredths: number | null
  readonly currency: string | null
  readonly merchantTransactionId?: string
  readonly merchantInvoiceId?: string
  readonly testMode?: string
  readonly forcedCode?: string
  readonly customParameters?: Readonly<Record<string, string>>
  readonly by: 'api' | 'portal'
}

/** The input of a check of an operation against the state of its payment. */
interface Situation {
  readonly tree: readonly Payment[]
  readonly target: Payment
  readonly request: FollowUp
  readonly settings: Settings
  readonly nowMs: number
}

/** The amount of an operation, or the code of its refusal (fact sheet §4, §15). */
export type FollowUpCheck = { readonly hundredths: number } | { readonly code: string }

const NEEDS: Readonly<Partial<Record<PaymentType, string>>> = {
  CP: CODE.noCapture,
  RF: CODE.noRefund,
  RV: CODE.noReversal,
  RB: CODE.noRebill,
  RC: CODE.noReceipt,
  CB: CODE.noChargeback,
}

/** The code for an operation whose target is missing or of a wrong type (§5.1). */
export function missingCode(type: PaymentType): string {
  return NEEDS[type] ?? CODE.noRebill
}

/** Checks in the order: pending, workflow, amounts. */
export function checkFollowUp(situation: Situation): FollowUpCheck {
  const { target, request } = situation
  if (isPending(target.code)) return { code: CODE.stillPending }
  if (!isDone(target)) return { code: missingCode(request.type) }
  if (request.currency !== null && request.currency !== target.currency) {
    return { code: CODE.otherCurrency }
  }
  const check = CHECKS[request.type]
  return check ? check(situation) : { code: CODE.noRebill }
}

type Check = (situation: Situation) => FollowUpCheck

const CHECKS: Readonly<Partial<Record<PaymentType, Check>>> = {
  CP: ({ tree, target, request, settings, nowMs }) => {
    if (target.type !== 'PA') return { code: CODE.noCapture }
    const ageDays = (nowMs - Date.parse(target.createdAt)) / 86_400_000
    if (settings.captureDays !== null && ageDays > settings.captureDays) {
      return { code: CODE.captureTooLate }
    }
    return within(
      request,
      capturable(totalsOf(tree), settings.multipleCaptures),
      CODE.captureExceeds,
    )
  },
  RC: ({ tree, target, request, settings }) => {
    if (!settings.receiptTargets.some((type) => type === target.type)) {
      return { code: CODE.noReceipt }
    }
    const left = target.type === 'PA' ? capturable(totalsOf(tree), true) : target.hundredths
    return within(request, left, CODE.captureExceeds)
  },
  RF: ({ tree, target, request, settings }) => {
    const totals = totalsOf(tree)
    const isWholeTree = target.type === 'PA' && totals.captures + totals.receipts > 0
    if (!isWholeTree && !isCharge(target)) return { code: CODE.noRefund }
    if (settings.singleRefund && totals.refunds > 0) return { code: CODE.refundedBefore }
    if (settings.overRefund) return { hundredths: request.hundredths ?? 0 }
    const left = isWholeTree ? refundable(totals) : chargeLeft(tree, target)
    return within(request, Math.min(left, refundable(totals)), CODE.refundExceeds)
  },
  RV: (situation) =>
    situation.target.type === 'PA' ? checkRelease(situation) : checkReversal(situation),
  RB: ({ target, request }) =>
    target.type === 'DB' ? { hundredths: request.hundredths ?? 0 } : { code: CODE.noRebill },
  CB: ({ tree, target, request }) =>
    isCharge(target) && target.type !== 'RC'
      ? within(request, chargeLeft(tree, target), CODE.noChargeback)
      : { code: CODE.noChargeback },
  CR: ({ target, request }) =>
    target.type === 'CB'
      ? within(request, target.hundredths, CODE.noChargeback)
      : { code: CODE.noChargeback },
}

/** A reversal of an authorization: of all that is held, or of a part where the account can. */
function checkRelease({ tree, request, settings }: Situation): FollowUpCheck {
  const totals = totalsOf(tree)
  const held = capturable(totals, settings.multipleCaptures)
  const refused =
    totals.captures + totals.receipts > 0 && settings.reversalAfterCapture === 'refuse'
  if (held <= 0 || refused) return { code: CODE.reversalExceeds }
  const hundredths = request.hundredths ?? held
  if (hundredths < held && !settings.partialReversal) return { code: CODE.noPartialReversal }
  return hundredths > held ? { code: CODE.reversalExceeds } : { hundredths }
}

/** A reversal of a charge, before the acquirer has settled it. */
function checkReversal({ tree, target, request, settings, nowMs }: Situation): FollowUpCheck {
  if (!isCharge(target) || target.type === 'RC') return { code: CODE.noReversal }
  const ageHours = (nowMs - Date.parse(target.createdAt)) / 3_600_000
  if (ageHours > settings.reversalCutoffHours) return { code: CODE.reversalTooLate }
  const left = chargeLeft(tree, target)
  const isWhole = left === target.hundredths && (request.hundredths ?? left) === left
  return isWhole ? { hundredths: left } : { code: CODE.reversalExceeds }
}

function within(request: FollowUp, left: number, code: string): FollowUpCheck {
  const hundredths = request.hundredths ?? 0
  return hundredths > 0 && hundredths <= left ? { hundredths } : { code }
}
