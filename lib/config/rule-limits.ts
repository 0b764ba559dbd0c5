const DAY_MS = 86_400_000

/** Bounds of rules that extend holds. Overridden with all others, see `limits.ts`. */
export const RULE_LIMITS = {
  /** Few, so that each is known to everyone who reads the page. */
  most: 20,
  nameLength: 60,
  timesMost: 50,
  /** Two weeks; a longer window would ask for an extension that gains nothing. */
  hoursMost: 336,
  /** A refusal leaves two days for a further try, or for a person. */
  hours: 72,
  times: 3,
  run: {
    /** Interval at which an instance queries for holds that end soon: hours are left of each. */
    pollMs: 10_000,
    slots: 4,
    /** See `batch.run.leaseMs`: whoever has lost a run writes no intent. */
    leaseMs: 45_000,
    /** The next run of a payment, whatever became of one: a refusal is not asked for twice a day. */
    againMs: DAY_MS,
    /** The next one where this one met another operation or a change, and asked for nothing. */
    soonMs: 600_000,
  },
} as const
