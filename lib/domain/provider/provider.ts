export const PROVIDERS = ['dintero', 'bambora-checkout', 'bambora-native', 'oppwa'] as const
export type Provider = (typeof PROVIDERS)[number]

/** What an entry of a provider's list that could not be read looked like. */
export interface MalformedEntry {
  readonly providerTransactionId: string | null
  readonly problem: string
}

/** How far a sync run through a provider's list has come; any instance can go on with it. Times are ISO 8601. */
export interface SyncCursor {
  /** Only what was made or changed since; null for everything. */
  readonly since: string | null
  readonly startedAt: string
  /** Where the run goes on, in the provider's own terms. */
  readonly cursor: string
  /** The newest change that the run has met. */
  readonly newest: string | null
}
