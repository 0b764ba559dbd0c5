/**
 * How an account of a provider is connected, for the form in the browser and for the command alike. Apart from
 * the profile, which every page loads.
 */
export interface ConnectionForm {
  /** The secret fields of a connection, as `connect` prompts for them. */
  readonly secretFields: readonly SecretField[]
  /**
   * Example of the text behind `connect --account`: an account, the base URL, settings where there
   * are any.
   */
  readonly connectExample: string
  /** Its own base URLs, to pick one from; the first is the usual one. */
  readonly addresses: readonly ProviderAddress[]
  /** The settings that vary by account, as its schema has them, in the order of the form. */
  readonly settingFields: readonly SettingField[]
}

export interface SecretField {
  readonly field: string
  /** The environment variable that it comes from, so that it is in no shell history. */
  readonly variable: string
  /** A description of a method whose name doesn't tell. */
  readonly note?: string
  readonly optional?: true
  /** True for what only verifies the provider's calls to us: old and new count side by side. */
  readonly isForWebhooks?: true
  /** The only values that there are; such a field is no secret. */
  readonly options?: readonly string[]
}

/** A base URL of a provider. Where test and live share one, the account distinguishes them. */
export interface ProviderAddress {
  readonly baseUrl: string
  readonly mode: 'test' | 'live' | 'both'
}

/** One setting of a connection: how it is entered, and what holds when it is left out. */
export type SettingField = { readonly field: string } & (
  | { readonly kind: 'switch'; readonly usual: boolean }
  | {
      readonly kind: 'number'
      readonly usual: number
      readonly least: number
      /** Null without a bound. */
      readonly most: number | null
    }
  /** What is left out is not set. */
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
)
