/** The name of a connection's account at its provider, and of everything that it reads there. */
export interface AccountIdentity {
  /** The account in its one spelling, as it goes to the provider. */
  readonly accountId: string
  /** Every account whose payments the connection reads, each once, in its one spelling, sorted. */
  readonly accounts: readonly string[]
  readonly isTest: boolean
}

/** An account as a person typed it, with what else the connection's client is made of. */
export interface NamedAccount {
  readonly accountId: string
  /** The opened secret; its shape is the provider's own. */
  readonly secret: unknown
}

/**
 * Pure: the same account gives the same identity, however it was typed and at whichever of its
 * hosts it was found. Throws when the secret hasn't the shape that the provider needs.
 */
export type AccountReader = (named: NamedAccount) => AccountIdentity
