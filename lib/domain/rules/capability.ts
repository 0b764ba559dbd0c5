import type { DenialReason } from '@/lib/domain/operation/denial-reason'
import type { OperationKind } from '@/lib/domain/operation/operation'
import {
  findContradiction,
  heldMinor,
  refundableMinor,
  type Totals,
  type TransactionStatus,
} from '@/lib/domain/payment/transaction'
import type { PaymentFlag, TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { MethodRules } from '@/lib/domain/provider/method-rules'
import type { ConnectionState, Provider } from '@/lib/domain/provider/provider'
import { methodRules } from './find-method-rules'
import { pendingElsewhereMinor, type PendingFacts } from './pending-elsewhere'

/** The facts about a payment that the rules need. */
export interface Situation extends PendingFacts {
  readonly provider: Provider
  readonly method: string
  readonly status: TransactionStatus
  /** The amount that the customer was to pay. */
  readonly amountMinor: number
  readonly totals: Totals
  readonly flags: readonly PaymentFlag[]
  readonly openOperation: unknown
  /** Left out where it makes no difference: in tables of what methods allow. */
  readonly connection?: { readonly state: ConnectionState }
}

export interface Allowed {
  readonly allowed: true
  readonly maxMinor: number
  readonly rules: MethodRules
}

export type Capability = Allowed | { readonly allowed: false; readonly denialReason: DenialReason }

/**
 * Decides if a payment allows an operation in its present state, and how much at most. One table
 * for the screen, which explains, and the server, which decides.
 */
export function capability(kind: OperationKind, situation: Situation): Capability {
  const rules = methodRules(situation.provider, situation.method)
  const denialReason = denialReasonFor(kind, situation, rules)
  if (denialReason !== null) return { allowed: false, denialReason }
  const maxMinor = maxMinorOf(kind, situation, rules)
  if (maxMinor <= 0) return { allowed: false, denialReason: 'promised_elsewhere' }
  return { allowed: true, maxMinor, rules }
}

const CLOSED: Readonly<Partial<Record<TransactionStatus, DenialReason>>> = {
  initiated: 'not_paid_yet',
  on_hold: 'on_hold',
  declined: 'declined',
  failed: 'failed',
  unknown: 'status_unknown',
}

/** Operations that most methods never have, in no state of a payment. */
const OFFERINGS: Readonly<Partial<Record<OperationKind, keyof MethodRules>>> = {
  charge_again: 'chargesAgain',
  pay_out: 'paysOut',
  confirm_receipt: 'confirmsReceipts',
}

function denialReasonFor(
  kind: OperationKind,
  situation: Situation,
  rules: MethodRules,
): DenialReason | null {
  const offering = OFFERINGS[kind]
  if (offering !== undefined && !rules[offering]) return 'not_offered'
  const { connection } = situation
  if (connection?.state === 'closed') return 'connection_closed'
  if (connection?.state === 'disabled') return 'connection_disabled'
  if (findContradiction(situation.totals) !== null) return 'figures_contradict'
  const closed = CLOSED[situation.status]
  if (closed !== undefined) return closed
  const inState = KIND_RULES[kind](situation, rules)
  if (inState !== null) return inState
  return situation.openOperation === null ? null : 'operation_open'
}

type KindRule = (situation: Situation, rules: MethodRules) => DenialReason | null

const KIND_RULES: Readonly<Record<OperationKind, KindRule>> = {
  capture: ({ totals }) => (heldMinor(totals) > 0 ? null : nothingHeld(totals)),
  refund: ({ totals }, rules) => {
    if (!rules.refunds) return 'refund_unsupported'
    if (totals.capturedMinor === 0)
      return heldMinor(totals) > 0 ? 'nothing_captured' : nothingHeld(totals)
    return refundableMinor(totals) > 0 ? null : 'all_refunded'
  },
  void: ({ totals }, rules) => {
    if (!rules.authorizes) return 'no_authorization_phase'
    if (heldMinor(totals) === 0) return nothingHeld(totals, 'captured_cannot_void')
    return totals.capturedMinor > 0 && !rules.voidsRest ? 'void_rest_unsupported' : null
  },
  update_authorization: ({ totals }, rules) => {
    if (!rules.updatesItems) return 'update_unsupported'
    return heldMinor(totals) > 0 ? null : nothingHeld(totals, 'update_after_capture')
  },
  extend_authorization: ({ totals }, rules) => {
    if (!rules.extendsTime) return 'extend_unsupported'
    return heldMinor(totals) > 0 ? null : nothingHeld(totals)
  },
  charge_again: ({ totals, flags }) => {
    if (!flags.includes('debit')) return 'not_charged_at_once'
    return totals.capturedMinor > 0 ? null : 'never_charged'
  },
  pay_out: ({ totals, flags }) => {
    if (!flags.includes('stored_card')) return 'no_stored_card'
    return totals.capturedMinor > 0 ? null : 'never_charged'
  },
  confirm_receipt: ({ totals }) => (heldMinor(totals) > 0 ? null : nothingHeld(totals)),
}

/** `allCaptured` is the reason where no part was released. */
function nothingHeld(totals: Totals, allCaptured: DenialReason = 'nothing_held'): DenialReason {
  if (totals.capturedMinor === 0) {
    return totals.authorizedMinor === 0 ? 'nothing_authorized' : 'voided'
  }
  return totals.releasedMinor > 0 ? 'nothing_held' : allCaptured
}

function maxMinorOf(kind: OperationKind, situation: Situation, rules: MethodRules): number {
  const { amountMinor, totals, events } = situation
  switch (kind) {
    case 'capture':
      return heldMinor(totals) - pendingElsewhereMinor('capture', situation)
    case 'void':
    case 'confirm_receipt':
      return heldMinor(totals)
    case 'refund': {
      const leftMinor = refundableMinor(totals) - pendingElsewhereMinor('refund', situation)
      const largestMinor = rules.refundsOneCharge ? findLargestCharge(events) : null
      return Math.min(leftMinor, largestMinor ?? leftMinor)
    }
    case 'update_authorization':
      return UPDATE_LIMIT_MINOR
    case 'extend_authorization':
      return totals.authorizedMinor
    case 'charge_again':
    case 'pay_out':
      return amountMinor
  }
}

/** The largest order that Klarna takes (fact sheet of Dintero §10). */
const UPDATE_LIMIT_MINOR = 200_000_000

/** The largest amount that was ever charged at once; null where no event shows one. */
export function findLargestCharge(
  events: readonly Pick<TransactionEvent, 'kind' | 'state' | 'amountMinor'>[],
): number | null {
  const charges = events
    .filter(({ kind, state }) => kind === 'capture' && state === 'succeeded')
    .flatMap(({ amountMinor }) => amountMinor ?? [])
  return charges.length === 0 ? null : Math.max(...charges)
}
