import type { OperationState } from '@/lib/domain/operation/outcome'
import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import type { EventState } from '@/lib/domain/payment/transaction-snapshot'
import { mapProfiles } from '@/lib/providers/profiles'

/**
 * The tone of a label: its colour repeats the meaning of its words, which come from the catalogue.
 */
export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn' | 'info' | 'back'

export const STATUS_TONES: Readonly<Record<TransactionStatus, Tone>> = {
  initiated: 'neutral',
  on_hold: 'warn',
  authorized: 'accent',
  partially_captured: 'accent',
  captured: 'good',
  partially_captured_refunded: 'back',
  partially_refunded: 'back',
  refunded: 'back',
  voided: 'neutral',
  declined: 'neutral',
  failed: 'bad',
  unknown: 'warn',
}

export const STATE_TONES: Readonly<Record<OperationState, Tone>> = {
  intended: 'info',
  sending: 'info',
  pending: 'info',
  unknown: 'warn',
  needs_review: 'warn',
  succeeded: 'good',
  refused: 'bad',
  not_sent: 'neutral',
  abandoned: 'neutral',
}

export const EVENT_STATE_TONES: Readonly<Record<EventState, Tone>> = {
  succeeded: 'good',
  failed: 'bad',
  pending: 'info',
  unknown: 'warn',
}

/** Names are the same in every language. */
export const PROVIDER_LABELS = mapProfiles(({ label }) => label)
