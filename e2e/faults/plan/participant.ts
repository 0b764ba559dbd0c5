import type { Provider } from '@/lib/domain/provider/provider'
import type { SandboxControl } from '@/testing/sandbox-control'
import type { FaultId } from '../model/fault-ids'
import type { LedgerPayment } from '../model/ledger'
import type { Variant } from './variant'
import { USUAL } from './variants'

/** Most payments are in the main account; the connection of the other one gets other addresses. */
export type AccountName = 'main' | 'other'

export interface Account {
  readonly accountId: string
  readonly secret: Readonly<Record<string, unknown>>
}

/** How calls look on their way to the provider. */
export interface Wire {
  /** The path of a money operation, which is everything but a GET there. */
  readonly writes: RegExp
  /** The path of a read of one payment, whose id is the first group. */
  readonly reads: RegExp
  /** Whether the answer to a write says that it was done. */
  isDone(status: number, body: string): boolean
}

/** A genuine call about a payment, as its sandbox is asked for it. */
export interface GenuineCall {
  /** What it is about: the payment, or an operation where these have calls of their own. */
  readonly id: string
  /** The id by which the call names what is to be read. */
  readonly subject: string
  /** The same for calls that say the same and are therefore stored only once. */
  readonly content: string
  readonly wish: object
}

/** How a provider calls us. */
export interface Webhooks {
  /** Genuine calls about a payment, the newest first. */
  genuine(control: SandboxControl, providerId: string): Promise<readonly GenuineCall[]>
  readonly forged: object
  /** Null where calls have no body. */
  readonly oversized: object | null
}

/** How a fault is brought about here, or why this provider can never have it. */
export type FaultWays = readonly Variant[] | { readonly never: string }

/** Everything that the campaign has to know about a provider. */
export interface Participant {
  readonly provider: Provider
  /** Base URL below the sandbox's address. */
  readonly path: string
  readonly accounts: Readonly<Record<AccountName, Account>>
  readonly currency: string
  /** Without a list, payments come in by their references. */
  readonly hasList: boolean
  /** Nothing more can be captured after a first capture. */
  readonly capturesOnce: boolean
  /** What it tells of an operation shows that it is ours; else only the totals tell. */
  readonly tellsOurs: boolean
  /** Positions of its sandbox's switches, which take turns from seed to seed. */
  readonly switches: readonly object[]
  /**
   * What its sandbox is asked to make: authorized payments, or some whose hold has ended. `half`
   * tells the one half of them from the other.
   */
  mintWish(isExpired: boolean, half: 0 | 1): object
  /** Lets holds end after the payments were imported, where they cannot be made like that. */
  expire?(control: SandboxControl, providerId: string): Promise<void>
  readonly wire: Wire
  /** What the provider's own books say about these payments. */
  ledger(control: SandboxControl, providerIds: readonly string[]): Promise<readonly LedgerPayment[]>
  /** Null where the provider never calls. */
  readonly webhooks: Webhooks | null
  /** Only where it differs from the usual ways. */
  readonly faults: Readonly<Partial<Record<FaultId, FaultWays>>>
}

/** The ways in which a fault shows itself at a provider; none where it never does. */
export function variantsOf(participant: Participant, fault: FaultId): readonly Variant[] {
  const ways = participant.faults[fault]
  if (ways === undefined) return USUAL.filter((variant) => variant.fault === fault)
  return 'never' in ways ? [] : ways
}

/** Why a provider can never have a fault; null when it can. */
export function whyNever(participant: Participant, fault: FaultId): string | null {
  const ways = participant.faults[fault]
  return ways !== undefined && 'never' in ways ? ways.never : null
}
