import type { Provider } from '@/lib/domain/provider/provider'
import type { SandboxControl } from '@/testing/sandbox-control'
import type { AnswerChange, ChangeAnswer } from '../model/answer-changes'
import type { FaultId } from '../model/fault-ids'
import type { LedgerPayment } from '../model/ledger'
import type { Variant } from './variant'
import { DEFAULT_VARIANTS } from './variants'

/** Most payments are in `main`; the connection of `other` gets other addresses. */
export type AccountName = 'main' | 'other'

export interface Account {
  readonly accountId: string
  readonly secret: Readonly<Record<string, unknown>>
}

/** A provider's list of payments. */
export interface PaymentList {
  /** Path of a page. */
  readonly path: RegExp
  /** True for a page without payments. */
  isEmpty(body: unknown): boolean
  /** Makes the list of an account end with an empty page. */
  endWithEmptyPage(control: SandboxControl, accountId: string): Promise<void>
}

/** The form of calls on their way to the provider. */
export interface Wire {
  /** Path of a money operation: every request there but a GET. */
  readonly writes: RegExp
  /** Path of a read of one payment, whose id is the first group. */
  readonly reads: RegExp
  /** Number of calls in which a payment is read. */
  readonly callsOfRead: number
  /** True when the response to a write says that it was done. */
  isDone(status: number, body: string): boolean
  readonly changes: Readonly<Record<AnswerChange, ChangeAnswer>>
  /** The member that names a payment in answers, and those without which it makes no sense. */
  readonly sense: { readonly idMember: string; readonly members: readonly string[] }
}

/** A genuine call about a payment, as it is requested from the sandbox. */
export interface GenuineCall {
  /** Id of the payment, or of an operation where each operation has calls of its own. */
  readonly id: string
  /** The id in the call that names the payment to read. */
  readonly subject: string
  /** Equal for calls with equal content, which are stored only once. */
  readonly content: string
  readonly options: object
}

/** The webhooks or callbacks of a provider. */
export interface Webhooks {
  /** Genuine calls about a payment, the newest first. */
  genuine(control: SandboxControl, providerId: string): Promise<readonly GenuineCall[]>
  readonly forged: object
  /** Null where calls have no body. */
  readonly oversized: object | null
}

/** The variants of a fault at this provider, or the reason why it can never have the fault. */
export type FaultVariants = readonly Variant[] | { readonly never: string }

/** The campaign's description of a provider. */
export interface Participant {
  readonly provider: Provider
  /** Base URL below the sandbox's address. */
  readonly path: string
  readonly accounts: Readonly<Record<AccountName, Account>>
  readonly currency: string
  /** Without a list, payments are imported by their references. */
  readonly list: PaymentList | null
  /** True when a first capture is the only one. */
  readonly capturesOnce: boolean
  /**
   * True when its operations carry a reference that identifies ours; otherwise only totals can be
   * compared.
   */
  readonly identifiesOurs: boolean
  /** Settings of its sandbox, which alternate from seed to seed. */
  readonly settings: readonly object[]
  /**
   * Options for the payments that its sandbox creates: authorized ones, or some whose hold has
   * ended. `half` separates the two halves of the payments.
   */
  creationOptions(isExpired: boolean, half: 0 | 1): object
  /** Ends holds after the payments were imported, for a sandbox that cannot create them expired. */
  expire?(control: SandboxControl, providerId: string): Promise<void>
  readonly wire: Wire
  /** Reads these payments from the provider's own ledger. */
  ledger(control: SandboxControl, providerIds: readonly string[]): Promise<readonly LedgerPayment[]>
  /** Null where the provider never calls. */
  readonly webhooks: Webhooks | null
  /** Only faults that differ from `DEFAULT_VARIANTS`. */
  readonly faults: Readonly<Partial<Record<FaultId, FaultVariants>>>
}

/** The variants of a fault at a provider; none where it never has the fault. */
export function variantsOf(participant: Participant, fault: FaultId): readonly Variant[] {
  const variants = participant.faults[fault]
  if (variants === undefined) return DEFAULT_VARIANTS.filter((variant) => variant.fault === fault)
  return 'never' in variants ? [] : variants
}

/** The reason why a provider can never have a fault; null when it can. */
export function whyNever(participant: Participant, fault: FaultId): string | null {
  const variants = participant.faults[fault]
  return variants !== undefined && 'never' in variants ? variants.never : null
}
