/** Bounds of looking after connections. Overridden with all others, see `limits.ts`. */
export const CONNECTION_LIMITS = {
  /** Time in which providers stop using the webhook secret before, and people register the new one. */
  webhookOverlapMs: 86_400_000,
  /** The page of a connection shows who changed it last; the audit trail has all of it. */
  changesListed: 10,
  /** Characters of one field of a secret: no provider's token is half as long. */
  secretLength: 8_000,
  /** What reads show again of a connection is written once in this time: many payments are read a second. */
  notedAgainMs: 60_000,
  /**
   * A connection of which nothing was heard for so long is tested: its provider has no list, or one
   * that is read every few hours.
   */
  testAfterMs: 600_000,
  /** The same while the last thing heard was a fault: what works again is soon said to. */
  testFailingAfterMs: 120_000,
  /** A provider that does not respond counts when nothing has worked for so long: two polls and more. */
  unansweredMs: 300_000,
  /** Shortest time between two tests that people ask for. */
  testAgainMs: 10_000,
  /** Interval at which an instance queries for a connection to test. */
  testPollMs: 30_000,
}
