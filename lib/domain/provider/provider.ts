export const PROVIDERS = ['dintero', 'bambora-checkout', 'bambora-native', 'oppwa'] as const
export type Provider = (typeof PROVIDERS)[number]

/** What an entry of a provider's list that could not be read looked like. */
export interface MalformedEntry {
  readonly providerTransactionId: string | null
  readonly problem: string
}

/** A walk through a provider's list, page by page, that any instance can go on with. Times are ISO 8601. */
export interface ListWalk {
  /** Only what was made or changed since; null for everything. */
  readonly since: string | null
  readonly startedAt: string
  /** Where it goes on. */
  readonly cursor: string
  /** The newest change that it has met. */
  readonly newest: string | null
}
