/** A provider's response to a call. */
export interface ProviderResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string is sent unchanged, undefined sends nothing. */
  readonly body: unknown
  /** True when the call changed money or labels in the ledger. */
  readonly effect: boolean
  /** Sends no response, for payments with that behaviour. */
  readonly noResponse?: 'drop' | 'hang'
}

/**
 * Faults that a provider must apply itself, because they change its state and not only the
 * response.
 */
export interface Directives {
  readonly accepted?: {
    readonly closeAfterMs: number
    readonly closeAs: 'done' | 'refused' | 'never'
  }
  readonly refuseAs?: 'status-400' | 'failed-event'
  readonly lagMs?: number
  readonly tokenExpired?: true
}
