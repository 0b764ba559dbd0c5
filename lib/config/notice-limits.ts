/** Bounds of notices. Overridden with all others, see `limits.ts`. */
export const NOTICE_LIMITS = {
  /** Interval at which an instance looks for what people should hear of. */
  everyMs: 15_000,
  /** Notices of a kind that one round raises; the next round begins at once after a full one. */
  atOnce: 500,
  /** An outcome that is not known for so long no longer settles by itself in a moment. */
  unknownAfterMs: 600_000,
  /** What ended before is no news any more: after a stop of all instances, or an update. */
  newsMs: 86_400_000,
  /** Notices and sends are kept for so long, and so many are deleted at once. */
  keptMs: 30 * 86_400_000,
  deletedAtOnce: 5_000,
  /** Lines on the page: more than anyone reads. */
  linesShown: 100,
  digest: {
    /** Shortest time between two sends of a kind to one receiver. */
    everyMs: 3_600_000,
    /** Notices told one by one; the others are counted. */
    lines: 20,
    /** Sends that one round makes of a kind. */
    atOnce: 200,
  },
  send: {
    /** Interval at which an instance queries for sends that are due. */
    pollMs: 2_000,
    /** Taken up at a time; outlives the longest mail or call. */
    claim: { limit: 5, leaseMs: 60_000 },
    /** Pauses between tries; then it is given up. */
    retryMs: [30_000, 120_000, 600_000, 1_800_000, 7_200_000],
  },
  webhook: {
    urlLength: 1_000,
    connectMs: 5_000,
    /** From the look-up of the name to the response's head; the body is not read. */
    wholeMs: 10_000,
    headerBytes: 16_384,
    /** The last calls that the page of settings shows. */
    callsListed: 10,
  },
} as const
