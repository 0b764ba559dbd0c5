/** Bounds of the audit trail as people read it. Overridden with all others, see `limits.ts`. */
export const TRAIL_LIMITS = {
  /** Entries on one page. */
  entries: 50,
  /** Days that one page goes back in search of entries. */
  days: 31,
  /** People that the filter offers; any other one is a click on a name away. */
  people: 500,
} as const
