/** What a provider answers to a call. */
export interface ProviderResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string is sent as it is, undefined sends nothing. */
  readonly body: unknown
  /** True when the call changed what the ledger holds about money or labels. */
  readonly effect: boolean
  /** How the answer gets lost, for payments that are marked to behave so. */
  readonly noResponse?: 'drop' | 'hang'
}

/** Faults that a provider must act on itself, since they change its state and not only the answer. */
export interface Directives {
  readonly accepted?: {
    readonly closeAfterMs: number
    readonly closeAs: 'done' | 'refused' | 'never'
  }
  readonly refuseAs?: 'status-400' | 'failed-event'
  readonly lagMs?: number
  readonly tokenExpired?: true
}
