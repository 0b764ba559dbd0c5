import type { BatchKind, ColumnMapping } from './batch'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'

/** How many payments are meant: named one by one, by an order's number, or by a view of the list. */
export type BatchSelection =
  | { readonly by: 'payments'; readonly transactionIds: readonly string[] }
  /** A spreadsheet's column as it was pasted: one order number a line. */
  | { readonly by: 'orders'; readonly text: string }
  /** The list's address (`view=…&status=…`), all its pages. */
  | { readonly by: 'view'; readonly query: string }

/** A request for the rehearsal of a batch; nothing is started. */
export interface RehearseBatchInput {
  /** A UUID that the form makes: the same rehearsal sent twice is one batch. */
  readonly batchId: string
  readonly kind: BatchKind
  readonly selection: BatchSelection
  /** For refunds, voids and extensions. */
  readonly reason: string | null
}

/** A change of one row of a rehearsal. */
export interface ChangeBatchRowInput {
  readonly batchId: string
  readonly number: number
  readonly change:
    | { readonly act: 'exclude' | 'include' }
    /** Another amount, in minor units. */
    | { readonly act: 'amount'; readonly amountMinor: number }
    /** Another order number, looked for anew. */
    | { readonly act: 'order'; readonly order: string }
}

/** The start of a batch: the sums that the person saw are binding. */
export interface StartBatchInput {
  readonly batchId: string
  readonly sums: readonly CurrencySum[]
  readonly stopPercent: number
}

/** An act on a batch as a whole. */
export interface BatchInput {
  readonly batchId: string
}

/** A new batch of what may be tried again. */
export interface RetryBatchInput extends BatchInput {
  readonly newBatchId: string
}

/** The head and the first lines of a file whose columns were not all recognised. */
export interface UnnamedColumns {
  readonly head: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly recognised: ColumnMapping
}

/** The batch that a file became, or its head, where a person has to say which column is which. */
export type FileRehearsal =
  | { readonly found: 'batch'; readonly batchId: string }
  | ({ readonly found: 'columns' } & UnnamedColumns)
