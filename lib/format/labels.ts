import type { OperationKind } from '@/lib/domain/operation'
import type { OperationState } from '@/lib/domain/outcome'
import type { Role } from '@/lib/domain/permission'
import type { Provider } from '@/lib/domain/provider'
import type { TransactionStatus } from '@/lib/domain/transaction'
import type { EventKind, EventState } from '@/lib/domain/transaction-snapshot'

/** What a label means to the eye; the words say the same without it. */
export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn' | 'info' | 'back'

export interface Label {
  readonly text: string
  readonly tone: Tone
}

export const STATUS_LABELS: Readonly<Record<TransactionStatus, Label>> = {
  initiated: { text: 'Started', tone: 'neutral' },
  on_hold: { text: 'On hold', tone: 'warn' },
  authorized: { text: 'Authorized', tone: 'accent' },
  partially_captured: { text: 'Partly captured', tone: 'accent' },
  captured: { text: 'Captured', tone: 'good' },
  partially_captured_refunded: { text: 'Partly captured, refunded', tone: 'back' },
  partially_refunded: { text: 'Partly refunded', tone: 'back' },
  refunded: { text: 'Refunded', tone: 'back' },
  voided: { text: 'Voided', tone: 'neutral' },
  declined: { text: 'Declined', tone: 'neutral' },
  failed: { text: 'Failed', tone: 'bad' },
  unknown: { text: 'Unknown', tone: 'warn' },
}

export const STATE_LABELS: Readonly<Record<OperationState, Label>> = {
  intended: { text: 'Starting', tone: 'info' },
  sending: { text: 'Sending', tone: 'info' },
  pending: { text: 'Pending', tone: 'info' },
  unknown: { text: 'Checking', tone: 'warn' },
  needs_review: { text: 'Needs review', tone: 'warn' },
  succeeded: { text: 'Done', tone: 'good' },
  refused: { text: 'Refused', tone: 'bad' },
  not_sent: { text: 'Not sent', tone: 'neutral' },
  abandoned: { text: 'Not started', tone: 'neutral' },
}

export const OPERATION_LABELS: Readonly<Record<OperationKind, string>> = {
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  update_authorization: 'Change of the order',
  extend_authorization: 'Extension of time',
}

export const EVENT_LABELS: Readonly<Record<EventKind, string>> = {
  initiate: 'Payment started',
  authorize: 'Authorized',
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  settle: 'Paid out',
  other: 'Event',
}

export const EVENT_STATE_LABELS: Readonly<Record<EventState, Label>> = {
  succeeded: { text: 'Done', tone: 'good' },
  failed: { text: 'Failed', tone: 'bad' },
  pending: { text: 'Pending', tone: 'info' },
}

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  staff: 'Merchant staff',
  support: 'Support',
  admin: 'Admin',
}

export const PROVIDER_LABELS: Readonly<Record<Provider, string>> = {
  dintero: 'Dintero',
}
