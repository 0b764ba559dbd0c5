export const PROVIDERS = ['dintero', 'bambora-checkout', 'bambora-native', 'oppwa'] as const
export type Provider = (typeof PROVIDERS)[number]

/** An entry of a provider's list that could not be read. */
export interface MalformedEntry {
  readonly providerTransactionId: string | null
  readonly problem: string
}

/**
 * The position of a sync run in a provider's list; any instance can go on with it. Times are ISO
 * 8601.
 */
export interface SyncCursor {
  /** Only what was made or changed since; null for everything. */
  readonly since: string | null
  readonly startedAt: string
  /** The next page, in the provider's own terms. */
  readonly cursor: string
  /** The newest change that the run has met. */
  readonly newest: string | null
}
