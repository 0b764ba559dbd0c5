import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import { noteRoom, pickedReason, type ReasonCode } from '@/lib/domain/operation/reason'

export const REASONS = {
  refund: ['returned', 'damaged', 'not_delivered', 'price_correction', 'goodwill', 'other'],
  void: ['out_of_stock', 'customer_cancelled', 'duplicate_order', 'suspected_fraud', 'other'],
  extend_authorization: ['waiting_for_stock', 'customer_asked_to_wait', 'made_to_order', 'other'],
  charge_again: ['subscription', 'added_later', 'damage_or_fee', 'other'],
  pay_out: ['refund_too_late', 'goodwill', 'winnings', 'other'],
  confirm_receipt: ['bank_transfer_seen', 'other'],
} as const satisfies Readonly<Record<string, readonly ReasonCode[]>>

export interface ReasonEntry {
  /** Null until one is picked. */
  readonly reason: ReasonCode | null
  readonly note: string
}

export const NO_REASON: ReasonEntry = { reason: null, note: '' }

/** What is kept and sent; empty until a reason is picked. */
export function reasonText({ reason, note }: ReasonEntry): string {
  return reason === null ? '' : pickedReason(reason, note)
}

/** "Other" alone tells nobody anything. */
export function needsNote(reason: ReasonCode | null): boolean {
  return reason === 'other'
}

/** What is missing. */
export function reasonProblem({ reason, note }: ReasonEntry): 'reason' | 'note' | null {
  if (reason === null) return 'reason'
  return needsNote(reason) && note.trim() === '' ? 'note' : null
}

/** How long the note may be, so that the reason before it still fits. */
export function noteLength(reason: ReasonCode | null): number {
  return reason === null ? TEXT_LIMITS.reason : noteRoom(reason, TEXT_LIMITS.reason)
}
