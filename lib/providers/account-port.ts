import type { SettingContradiction } from '@/lib/domain/provider/connection-problem'

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

/** Two settings, or one and the account, that cannot hold together. */
export interface Contradiction {
  readonly contradiction: SettingContradiction
  /** The settings that it is between; at the first one it is said. */
  readonly fields: readonly [string, ...string[]]
}

/**
 * Pure: the first contradiction between settings of a connection as a person states it; null where
 * there is none. The secret has the shape that the provider needs.
 */
export type ContradictionFinder = (named: NamedAccount) => Contradiction | null

/**
 * Pure: the same account gives the same identity, however it was typed and at whichever of its
 * hosts it was found. Throws when the secret hasn't the shape that the provider needs.
 */
export type AccountReader = (named: NamedAccount) => AccountIdentity
