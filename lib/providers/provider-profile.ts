import type { OperationKind } from '@/lib/domain/operation/operation'
import type { HistoryGap } from '@/lib/domain/payment/transaction-snapshot'
import type { MethodName, MethodRow } from '@/lib/domain/provider/method-rules'

/**
 * The fixed facts about a provider, as plain data. Everything that differs by provider and isn't a
 * call to it is read from here. The browser loads it too, so it imports types of the domain alone.
 */
export interface ProviderProfile {
  /** Its name for people, the same in every language. */
  readonly label: string
  /** Origins of its own hosts; secrets are sent to no other, unless the environment allows it. */
  readonly origins: readonly string[]
  /** Its names for our operations on its pages and in its reports, in every language. */
  readonly words: Readonly<Partial<Record<OperationKind, string>>>
  /** Its words by the type of an event, where those say more than `words`; null where they don't. */
  readonly eventWords: Readonly<Record<string, string>> | null
  readonly methods: ProviderMethods
  /** Members of its bodies that hold secrets or say who the customer is. */
  readonly privateMembers: readonly string[]
  /** Kinds of operation whose event carries the reference that we sent (I9). */
  readonly echoesReference: readonly OperationKind[]
  /** True when its list can be filtered by change; else every sync run reads all of it. */
  readonly listsChanges: boolean
  /** True when changes made in its own portal show in reads of a payment and not in its list. */
  readonly listMissesChanges: boolean
  /** Greatest lag of a read after a send is over; before this, absence proves nothing (I8). */
  readonly settleWindowMs: number
  /** Shortest time between two reads of one payment. */
  readonly readSpacingMs: number
  /** The gaps in the history of every payment. */
  readonly historyGaps: readonly HistoryGap[]
}

/** The payment methods of a provider, by method code (`family.method`). */
export interface ProviderMethods {
  /** Methods with rules of their own; the first row that fits counts. */
  readonly rules: readonly MethodRow[]
  /** Methods with a name of their own; those with a family are also there in others. */
  readonly names: Readonly<Record<string, MethodName>>
  /** Names of families; null for one whose name says nothing to people. */
  readonly families: Readonly<Record<string, string | null>>
  /** The families that only say again which provider it is. */
  readonly ownFamilies: readonly string[]
  /** Days for which a method usually holds an authorization; the first beginning that fits counts. */
  readonly holdDays: readonly (readonly [beginning: string, days: number])[]
}
