import { heldMinor, totalsProblem } from '@/lib/domain/payment/transaction'
import type {
  CaptureDeadline,
  Customer,
  HistoryGap,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { factsOf, type Facts } from './facts'
import { nativePayment } from './schema'
import { needsCapture } from './states'

/** A payment that was read, with what only this provider tells. */
export interface Mapped {
  readonly ok: true
  readonly merchantId: string
  /** Refunds and voids are in the list of events. */
  readonly isComplete: boolean
  readonly snapshot: TransactionSnapshot
}

export type MapResult = Mapped | { readonly ok: false; readonly problem: string }

const DAY_MS = 24 * 60 * 60 * 1000
/** How long an authorization usually lasts, by the provider's own estimate (fact sheet §11). */
const USUAL_DAYS = 7

const NOBODY: Customer = {
  ...{ name: null, email: null, phone: null, customerId: null },
  isBusiness: false,
}

/**
 * Reads a payment in either shape. Says what is wrong instead of throwing when it is malformed or
 * contradicts itself. `readAt` stands for its time where the payment tells none.
 */
export function mapPayment(json: unknown, readAt: Date): MapResult {
  const parsed = nativePayment.safeParse(json)
  if (!parsed.success) {
    return { ok: false, problem: 'the payment has neither of the two known shapes' }
  }
  const facts = factsOf(parsed.data)
  if (typeof facts === 'string') return { ok: false, problem: facts }
  const { totals, state } = facts
  const problem = totalsProblem(totals)
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
  const authorizedAt = events.find(({ kind }) => kind === 'authorize')?.occurredAt ?? null
  const times = events.flatMap(({ occurredAt }) => occurredAt ?? [])
  return {
    providerTransactionId: facts.reference,
    phase: facts.phase,
    providerStatus: facts.state,
    method: METHODS[facts.cardType ?? ''] ?? 'card.creditcard',
    currency: facts.currency,
    amountMinor: facts.amountMinor,
    totals,
    ...{ orderReference: facts.reference, orderReference2: null },
    ...{ customer: NOBODY, billingAddress: null, shippingAddress: null },
    paymentDetails: facts.details,
    items: [],
    events,
    historyGaps: gapsOf(facts),
    traits: [],
    captureDeadline: heldMinor(totals) > 0 ? deadlineAfter(authorizedAt) : null,
    portalUrl: null,
    createdAt: authorizedAt ?? readAt,
    updatedAt: times.at(-1) ?? readAt,
  }
}

/** Nobody is ever named, and the portal's doings never reach this API (§1). */
function gapsOf({ events, isComplete }: Facts): readonly HistoryGap[] {
  const tellsWhen = isComplete && events.every(({ occurredAt }) => occurredAt !== null)
  return [
    'who',
    ...(tellsWhen ? [] : (['when'] as const)),
    ...(isComplete ? [] : (['refund', 'void'] as const)),
    'portal',
  ]
}

function deadlineAfter(authorizedAt: Date | null): CaptureDeadline | null {
  if (authorizedAt === null) return null
  const at = new Date(authorizedAt.getTime() + USUAL_DAYS * DAY_MS)
  return { at, source: 'usual_for_method' }
}
