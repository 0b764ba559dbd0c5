export const PROVIDERS = ['dintero'] as const
export type Provider = (typeof PROVIDERS)[number]

/** What an entry of a provider's list that could not be read looked like. */
export interface MalformedEntry {
  readonly providerTransactionId: string | null
  readonly problem: string
}
