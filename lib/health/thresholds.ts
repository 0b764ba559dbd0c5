import { LIMITS } from '@/lib/config/limits'

/**
 * What is too much of each figure: above it, `npm run status` calls it overdue and a rule of
 * `deploy/alerts.yml` fires. A test compares the rules with these.
 */
export const THRESHOLDS = {
  /** Repair proves most lost answers within minutes; after an hour a provider or a key is at fault. */
  unknownS: 3_600,
  /** As the list calls pending long. */
  pendingS: LIMITS.list.attention.pendingHours * 3_600,
  /** A send takes 100 s at most, an intent without a send 60 s; then repair takes both over. */
  unsentS: 300,
  /** Each waits for a person. */
  reviews: 0,
  /** An instance asks every second; a lease of a dead one ends after 60 s. */
  checkLagS: 180,
  webhookLagS: 300,
  /** A read whose instance died is due again after 15 minutes, and reads queue for an allowance. */
  rereadLagS: 3_600,
  /** A turn at a list has a lease of five minutes. */
  pollLagS: 900,
  /** By then a call or a mail has been tried four times. */
  noticeLagS: 1_800,
  /** Some five folds; counts stay right, and cost more. */
  tallyChanges: 50_000,
  /** Each is a payment that people see as it was, or not at all. */
  unreadPayments: 0,
  /** Nothing can be sent or read for such a connection. */
  unreadableSecrets: 0,
  /** Each is an account whose payments are not read, and cannot be moved. */
  failingConnections: 0,
  /** A provider that does not respond for so long is no short outage; it is noted after five minutes. */
  unansweredS: 300,
  jobSilentS: LIMITS.health.jobSilentMs / 1_000,
  /** Calls that queue for a connection to the database, at the moment of a scrape. */
  poolWaiting: 0,
  /** Within ten minutes, for one provider and one kind of failure. */
  providerFailures: 5,
  /** Within fifteen minutes, of one kind. */
  webhooksRefused: 10,
  /** Within fifteen minutes, of one way; an office that returns from holidays stays below. */
  signInFailures: 30,
} as const
