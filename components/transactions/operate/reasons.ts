import type { Texts } from '@/lib/i18n/wording'
import { TEXT_LIMITS } from './text-limits'

export const REASONS = {
  refund: ['returned', 'damaged', 'not_delivered', 'price_correction', 'goodwill', 'other'],
  void: ['out_of_stock', 'customer_cancelled', 'duplicate_order', 'suspected_fraud', 'other'],
  extend_authorization: ['waiting_for_stock', 'customer_asked_to_wait', 'made_to_order', 'other'],
  charge_again: ['subscription', 'added_later', 'damage_or_fee', 'other'],
  pay_out: ['refund_too_late', 'goodwill', 'winnings', 'other'],
  confirm_receipt: ['bank_transfer_seen', 'other'],
} as const

export type Reason = (typeof REASONS)[keyof typeof REASONS][number]

const BETWEEN = ': '

export interface ReasonEntry {
  /** Null until one is picked. */
  readonly reason: Reason | null
  readonly note: string
}

export const NO_REASON: ReasonEntry = { reason: null, note: '' }

/** What is sent and kept, in the words of who picked it: "Returned: too small". */
export function reasonText({ reason, note }: ReasonEntry, t: Texts): string {
  const words = reason === null ? '' : t(`reasons.${reason}`)
  return note.trim() === '' ? words : `${words}${BETWEEN}${note.trim()}`
}

/** What is missing; "Other" alone tells nobody anything. */
export function reasonProblem({ reason, note }: ReasonEntry): 'reason' | 'note' | null {
  if (reason === null) return 'reason'
  return reason === 'other' && note.trim() === '' ? 'note' : null
}

/** How long the note may be, so that the reason before it still fits. */
export function noteLength(reason: Reason | null, t: Texts): number {
  const words = reasonText({ reason, note: '' }, t)
  return TEXT_LIMITS.reason - words.length - BETWEEN.length
}
