export const PROVIDERS = ['dintero', 'bambora-checkout', 'bambora-native', 'oppwa'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Disabled: begins nothing new. Closed: removed for good, and no call is possible any more. */
export type ConnectionState = 'enabled' | 'disabled' | 'closed'

/** An entry of a provider's list that could not be read. */
export interface MalformedEntry {
  readonly providerTransactionId: string | null
  readonly problem: string
  /** True when the provider lists it, and does not respond about it alone. */
  readonly isUnavailable?: true
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

/**
 * The result of a verified webhook: the payment was read; the provider does not know it; it named
 * no payment that could be read; the provider could not be read for as long as we tried.
 */
export const DELIVERY_RESULTS = ['read', 'not_found', 'no_subject', 'gave_up'] as const
export type DeliveryResult = (typeof DELIVERY_RESULTS)[number]
