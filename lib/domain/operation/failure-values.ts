import type { PasskeyProblem } from '@/lib/domain/access/passkey'
import type { UnchangedConnection } from '@/lib/domain/provider/connection-change'
import type { Permission, Role } from '@/lib/domain/access/permission'
import type { ProofWay } from '@/lib/domain/access/second-factor'
import type { ConnectionProblem } from '@/lib/domain/provider/connection-problem'
import type { DenialReason } from './denial-reason'
import type { OperationKind } from './operation'
import type { SettingFailureValues } from './setting-failure'

/** The values in the words of a failure, by its code. */
export interface FailureValues extends SettingFailureValues {
  readonly not_permitted: { readonly role: Role; readonly permission: Permission }
  /** `field` is `none` where the input is wrong as a whole. */
  readonly invalid_input: { readonly field: string }
  /** Something broke; `during` an action, whether it took effect is not known. */
  readonly internal: {
    readonly phase: 'before' | 'during' | 'read' | 'sign_in' | 'sign_out'
    readonly requestId: string
  }
  readonly not_found: {
    readonly what: 'payment' | 'operation' | 'connection' | 'picture' | 'batch'
  }
  readonly too_many_tries: { readonly minutes: number }
  readonly too_many_passwords: { readonly minutes: number }
  readonly passkey_refused: { readonly problem: PasskeyProblem }
  readonly too_many_codes: { readonly minutes: number }
  /** The ways in which the person can prove a second factor; none without one. */
  readonly step_up_required: { readonly ways: readonly ProofWay[] }
  readonly too_often: { readonly minutes: number }
  readonly too_many_views: { readonly max: number }
  readonly broken_chain: {
    readonly chainId: string
    readonly sequence: number
    readonly problem: string
  }

  readonly not_allowed: { readonly denialReason: DenialReason }
  readonly wrong_currency: { readonly currency: string }
  readonly refund_exceeds_charge: { readonly largestMinor: number; readonly currency: string }
  /**
   * A connection that was not added; `provider` is its name for people, so that no page loads the
   * profiles for it, and `subject` another connection's name, or addresses.
   */
  readonly connection_refused: {
    readonly problem: ConnectionProblem
    readonly provider: string
    readonly account: string
    readonly subject: string
  }
  readonly connection_unusable: { readonly connection: string }
  readonly connection_disabled: { readonly connection: string }
  readonly connection_unchanged: UnchangedConnection
  readonly provider_not_asked: { readonly connection: string }
  /** `until` is ISO 8601; it is left out where the provider names no time. */
  readonly provider_advice:
    { readonly advice: 'do_not_retry' } | { readonly advice: 'later'; readonly until?: string }
  readonly operation_open: {
    readonly actor: string
    readonly kind: OperationKind
    readonly amountMinor: number
    readonly currency: string
    readonly ageMs: number
  }

  /** `most` is the largest number of rows of a batch. */
  readonly too_many_rows: { readonly most: number }
  readonly file_too_large: { readonly megabytes: number }
  /** A quotation mark that opens in this line of a file is never closed. */
  readonly file_quote_open: { readonly line: number }

  readonly repeated_line: LineValues
  readonly quantity_invalid: LineValues
  readonly quantity_exceeds_left: LineValues
  readonly line_amount_exceeds_left: LineValues
  readonly nothing_picked: LineValues
  readonly line_indivisible: LineValues
  readonly quantity_below_captured: LineValues
  readonly too_many_lines: { readonly max: number }
  readonly item_description_too_long: { readonly max: number }
}

/** The order line that a failure is about. */
interface LineValues {
  readonly description: string
}
