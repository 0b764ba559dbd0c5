import { NO_CURRENCY } from '@/lib/domain/money/currency'
import {
  heldMinor,
  findTotalsProblem,
  type TransactionPhase,
} from '@/lib/domain/payment/transaction'
import type {
  Customer,
  HistoryGap,
  PaymentDetail,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { NOT_GIVEN, pickPresentDetails } from '../shared/fields'
import { usualDeadline } from '../shared/usual-deadline'
import { eventsOfCaptures, eventsOfOperations, kindOf } from './events'
import { needsCapture, phaseOf } from './payment/states'
import { BAMBORA_NATIVE } from './profile'
import { nativePayment, type NativePayment } from './schema'
import { findOperationsProblem, totalsOfCaptures, totalsOfOperations } from './totals'

/** A payment that was read, with the facts that only this provider reports. */
export interface Mapped {
  readonly ok: true
  readonly merchantId: string
  /** Refunds and voids are in the list of events. */
  readonly isComplete: boolean
  readonly snapshot: TransactionSnapshot
}

export type MapResult = Mapped | { readonly ok: false; readonly problem: string }

const NOT_NAMED: Customer = {
  name: null,
  email: null,
  phone: null,
  customerId: null,
  isBusiness: false,
}

/**
 * Reads a payment in either shape. Says what is wrong instead of throwing when it is malformed or
 * contradicts itself. `readAt` replaces its time where the payment has none.
 */
export function mapPayment(json: unknown, readAt: Date): MapResult {
  const parsed = nativePayment.safeParse(json)
  if (!parsed.success) {
    return { ok: false, problem: 'the payment has neither of the two known shapes' }
  }
  const facts = factsOf(parsed.data)
  if (typeof facts === 'string') return { ok: false, problem: facts }
  const { totals, state } = facts
  const problem = findTotalsProblem(totals)
  if (problem !== null) return { ok: false, problem }
  if (needsCapture(state) && totals.capturedMinor === 0) {
    return { ok: false, problem: `there is no capture behind the state ${state}` }
  }
  const { merchantId, isComplete } = facts
  return { ok: true, merchantId, isComplete, snapshot: snapshotOf(facts, readAt) }
}

const METHODS: Readonly<Record<string, string>> = {
  VISA: 'card.visa',
  MASTERCARD: 'card.mastercard',
}

function snapshotOf(facts: Facts, readAt: Date): TransactionSnapshot {
  const { totals, events } = facts
  const method = METHODS[facts.cardType ?? ''] ?? 'card.creditcard'
  const authorizedAt = events.find(({ kind }) => kind === 'authorize')?.occurredAt ?? null
  const hasDeadline = authorizedAt !== null && heldMinor(totals) > 0
  const times = events.flatMap(({ occurredAt }) => occurredAt ?? [])
  return {
    providerTransactionId: facts.reference,
    phase: facts.phase,
    providerStatus: facts.state,
    method,
    currency: facts.currency,
    amountMinor: facts.amountMinor,
    totals,
    orderReference: facts.reference,
    orderReference2: null,
    customer: NOT_NAMED,
    billingAddress: null,
    shippingAddress: null,
    paymentDetails: facts.details,
    items: [],
    events,
    historyGaps: gapsOf(facts),
    isRefunded: facts.state === 'Refunded',
    flags: [],
    captureDeadline: hasDeadline ? usualDeadline(BAMBORA_NATIVE, method, authorizedAt) : null,
    portalUrl: null,
    createdAt: authorizedAt ?? readAt,
    updatedAt: times.at(-1) ?? readAt,
  }
}

/** The order in which gaps are listed. */
const GAPS: readonly HistoryGap[] = ['who', 'when', 'refund', 'void', 'portal']

/** The gaps of this payment's history, besides those of every payment. */
function gapsOf({ events, isComplete }: Facts): readonly HistoryGap[] {
  const missing = new Set(BAMBORA_NATIVE.historyGaps)
  if (!isComplete) for (const gap of ['when', 'refund', 'void'] as const) missing.add(gap)
  if (events.some(({ occurredAt }) => occurredAt === null)) missing.add('when')
  return GAPS.filter((gap) => missing.has(gap))
}

const SEVERAL_CURRENCIES = 'its amounts are in more than one currency'

/** The facts of a payment, in either shape. */
interface Facts extends Pick<TransactionSnapshot, 'currency' | 'amountMinor' | 'totals'> {
  readonly reference: string
  readonly merchantId: string
  readonly state: string
  readonly phase: TransactionPhase
  readonly events: readonly TransactionEvent[]
  /** Refunds and voids are in the list of events. */
  readonly isComplete: boolean
  readonly cardType: string | null
  readonly details: readonly PaymentDetail[]
}

/** The facts of a payment, or in words why it contradicts itself. */
function factsOf(payment: NativePayment): Facts | string {
  const { state } = payment
  const phase = phaseOf(state)
  if (payment.shape === 'captures') {
    const { currency, captures } = payment
    if (captures.some((capture) => capture.currency !== currency)) return SEVERAL_CURRENCIES
    return {
      reference: payment.payment,
      merchantId: payment.merchant,
      state: state ?? NOT_GIVEN,
      currency,
      // How much was refunded is nowhere in this shape.
      phase: state === 'Refunded' ? 'unknown' : phase,
      amountMinor: payment.amount,
      totals: totalsOfCaptures(payment),
      events: eventsOfCaptures(payment),
      isComplete: false,
      cardType: payment.card?.cardType ?? null,
      details: pickPresentDetails([['Number', payment.card?.cardNumber]]),
    }
  }
  const { operations } = payment
  const problem = findOperationsProblem(operations)
  if (problem !== null) return problem
  const [currency, other] = new Set(operations.flatMap((one) => one.currency ?? []))
  // A declined payment may list nothing of what was tried, and with it no amount (§6.1).
  if (currency === undefined && phase !== 'declined') return 'it names no currency'
  if (other !== undefined) return SEVERAL_CURRENCIES
  const authorization = operations.find((one) => kindOf(one) === 'authorize')
  return {
    reference: payment.external_id,
    merchantId: payment.merchant_id,
    state: state ?? NOT_GIVEN,
    currency: currency ?? NO_CURRENCY,
    phase,
    amountMinor: authorization?.amount ?? 0,
    totals: totalsOfOperations(payment),
    events: eventsOfOperations(operations),
    isComplete: true,
    cardType: authorization?.card?.cardType ?? null,
    details: pickPresentDetails([
      ['Number', authorization?.card?.cardNumber],
      ['Acquirer’s reference', authorization?.psp_reference],
      ['Id at Bambora', payment.internal_id],
      ['Busy', payment._locked_at ? 'Another request is changing it' : null],
    ]),
  }
}
