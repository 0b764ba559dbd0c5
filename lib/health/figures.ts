import type { ConnectionFigures, Figures } from '@/db/queries/health'
import { OPEN_STATES, type OpenState } from '@/lib/domain/operation/outcome'
import { closedSecrets } from '@/lib/keys/find-unreadable-secrets'
import { THRESHOLDS } from './thresholds'

/** One number that the database shows, for `/metrics` and `npm run status`. */
export interface Reading {
  readonly metric: keyof typeof METRICS
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  /** What it is, in plain English; the unit is in the name of the metric. */
  readonly title: string
  /** Above this it is overdue; null where no number is too much by itself. */
  readonly above: number | null
}

/** The metrics that are read from the database, with their help. */
export const METRICS = {
  paydesk_operations_open: 'Operations that are not settled, by their state.',
  paydesk_operations_oldest_seconds: 'Age of the oldest operation in a state; 0 without one.',
  paydesk_lag_seconds: 'Time for which the longest waiting work of a kind is not done.',
  paydesk_sender_locks: 'Locks that senders hold, one for each send that may still be under way.',
  paydesk_tally_changes: 'Changes that are not folded into the tallies of the list yet.',
  paydesk_unread_payments: 'Payments that could not be read for more than an hour.',
  paydesk_connections_failing:
    'Connections that their provider refuses, or has not answered for more than ten minutes.',
  paydesk_unreadable_secrets: 'Connections whose secret the key of this instance does not open.',
} as const

const OLDEST_ABOVE: Readonly<Record<OpenState, number | null>> = {
  intended: THRESHOLDS.unsentS,
  sending: THRESHOLDS.unsentS,
  pending: THRESHOLDS.pendingS,
  unknown: THRESHOLDS.unknownS,
  needs_review: null,
}

/** The figures as single readings. */
export function readingsOf(figures: Figures): readonly Reading[] {
  const { connections } = figures
  const secrets = connections.map(({ id, secretCiphertext: sealed }) => ({
    id,
    sealed,
    client: null,
  }))
  return [
    ...OPEN_STATES.flatMap((state) => operationReadings(figures, state)),
    lag('check', figures.checkLagS, THRESHOLDS.checkLagS, 'Checks of operations'),
    lag('webhook', figures.webhookLagS, THRESHOLDS.webhookLagS, 'Reads that webhooks cause'),
    lag('reread', figures.rereadLagS, THRESHOLDS.rereadLagS, 'Scheduled reads of payments'),
    lag(
      'poll',
      Math.max(0, ...connections.map(({ lagS }) => lagS)),
      THRESHOLDS.pollLagS,
      'Polls of lists',
    ),
    lag('notice', figures.noticeLagS, THRESHOLDS.noticeLagS, 'Mails and calls of notices'),
    count('paydesk_sender_locks', figures.senderLocks, null, 'Senders that hold a lock'),
    count(
      'paydesk_tally_changes',
      figures.tallyChanges,
      THRESHOLDS.tallyChanges,
      'Changes not in the tallies yet',
    ),
    count(
      'paydesk_unread_payments',
      figures.unreadPayments,
      THRESHOLDS.unreadPayments,
      'Payments unread for an hour',
    ),
    count(
      'paydesk_connections_failing',
      connections.filter(isFailing).length,
      THRESHOLDS.failingConnections,
      'Connections that do not work',
    ),
    count(
      'paydesk_unreadable_secrets',
      closedSecrets('connection', secrets).length,
      THRESHOLDS.unreadableSecrets,
      'Connections whose secret does not open',
    ),
  ]
}

/** A provider that has not responded for a short while is no fault yet. */
export function isFailing({ fault, faultS }: Pick<ConnectionFigures, 'fault' | 'faultS'>): boolean {
  return fault !== null && (fault !== 'unavailable' || faultS > THRESHOLDS.unansweredS)
}

function operationReadings({ operations }: Figures, state: OpenState): readonly Reading[] {
  const { count: value, oldestS } = operations[state] ?? { count: 0, oldestS: 0 }
  const name = state.replace('_', ' ')
  const labels = { state }
  const above = state === 'needs_review' ? THRESHOLDS.reviews : null
  return [
    { metric: 'paydesk_operations_open', labels, value, title: `Operations: ${name}`, above },
    {
      metric: 'paydesk_operations_oldest_seconds',
      labels,
      value: oldestS,
      title: `Oldest operation: ${name}`,
      above: OLDEST_ABOVE[state],
    },
  ]
}

function lag(work: string, value: number, above: number, title: string): Reading {
  const labels = { work }
  return { metric: 'paydesk_lag_seconds', labels, value, title: `${title} are behind by`, above }
}

function count(
  metric: Reading['metric'],
  value: number,
  above: number | null,
  title: string,
): Reading {
  return { metric, labels: {}, value, title, above }
}

/** True when a reading is above what is too much of it. */
export function isOverdue({ value, above }: Reading): boolean {
  return above !== null && value > above
}
