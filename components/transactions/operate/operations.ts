import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Result } from '@/lib/domain/operation/result'
import type { LineChoice } from '@/lib/domain/rules/line-selection'
import type { ItemChange, NewItem } from '@/lib/domain/rules/order-change'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'

/** What the dialogs need to know of a payment. */
export type OperableTransaction = Pick<
  TransactionView,
  | 'id'
  | 'status'
  | 'provider'
  | 'method'
  | 'amountMinor'
  | 'currency'
  | 'totals'
  | 'traits'
  | 'items'
  | 'openOperation'
  | 'orderReference'
  | 'customerName'
  | 'captureDeadline'
  | 'standing'
>

export type AmountChoice =
  | { readonly mode: 'all' | 'amount'; readonly amountMinor: number }
  | { readonly mode: 'lines'; readonly amountMinor: number; readonly lines: readonly LineChoice[] }

/** What each dialog asks for; the ids and the currency are added when it is sent. */
export interface OperationEntries {
  readonly capture: { readonly choice: AmountChoice; readonly label: string | null }
  readonly refund: {
    readonly choice: AmountChoice
    readonly reason: string
    readonly label: string | null
  }
  readonly void: FreeAmountEntry
  readonly update_authorization: {
    readonly additions: readonly NewItem[]
    readonly changes: readonly ItemChange[]
    readonly amountMinor: number
    readonly reason: string | null
  }
  readonly extend_authorization: { readonly reason: string }
  readonly charge_again: FreeAmountEntry
  readonly pay_out: FreeAmountEntry
  readonly confirm_receipt: FreeAmountEntry
}

/** An amount without order lines, and why. */
export interface FreeAmountEntry {
  readonly amountMinor: number
  readonly reason: string
}

interface Envelope {
  readonly operationId: string
  readonly transactionId: string
  readonly currency: string
  /** The payment's standing that the dialog showed. */
  readonly seen: string
}

/** The server action of each operation. */
export type OperationActions = {
  readonly [K in OperationKind]: (
    input: OperationEntries[K] & Envelope,
  ) => Promise<Result<OperationView>>
}
