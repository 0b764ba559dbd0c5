import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { Failure } from '@/lib/domain/operation/result'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import type { Provider } from '@/lib/domain/provider/provider'

/** Operations that many payments can have at once. */
export const BATCH_KINDS = [
  'capture',
  'refund',
  'void',
  'extend_authorization',
] as const satisfies readonly OperationKind[]
export type BatchKind = (typeof BATCH_KINDS)[number]

/** Where the rows of a batch come from. */
export const BATCH_SOURCES = ['ticked', 'view', 'pasted', 'file', 'retry'] as const
export type BatchSource = (typeof BATCH_SOURCES)[number]

/**
 * `rehearsed` has started nothing. `running` is worked off by any instance; `paused` waits for a
 * person; `stopped` ended itself because too many rows were refused, and can be resumed; `ended` has
 * no row left to start; `discarded` was given up before its start.
 */
export const BATCH_STATES = [
  'rehearsed',
  'running',
  'paused',
  'stopped',
  'ended',
  'discarded',
] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** What the rehearsal found about a row. Only `will_do`, and an included `needs_eye`, are started. */
export const ROW_VERDICTS = [
  'will_do',
  'already_done',
  'not_allowed',
  'needs_eye',
  'not_found',
  'twice',
] as const
export type RowVerdict = (typeof ROW_VERDICTS)[number]

/**
 * `waiting` is planned and not begun; `begun` is in the hands of an instance; `operated` has its
 * operation, whose state says the rest; `not_started` says why; `excluded` was left out by a person
 * or by the rehearsal; `withdrawn` was planned when the batch was ended.
 */
export const ROW_STATES = [
  'waiting',
  'begun',
  'operated',
  'not_started',
  'excluded',
  'withdrawn',
] as const
export type RowState = (typeof ROW_STATES)[number]

/** The columns of a warehouse's file that Paydesk understands. */
export const BATCH_COLUMNS = [
  'order',
  'sku',
  'line',
  'quantity',
  'amount',
  'currency',
  'reference',
  'tracking',
  'invoiceNumber',
  'invoiceUrl',
] as const
export type BatchColumn = (typeof BATCH_COLUMNS)[number]

/** The position (from 0) of each column that the file has. */
export type ColumnMapping = Readonly<Partial<Record<BatchColumn, number>>>

/** What is not right about a row, or what a person should look at. */
export type RowFinding =
  | { readonly code: 'refused'; readonly failure: Failure }
  /** `column` is a name of the file's own head, or null where the whole row is meant. */
  | { readonly code: 'unreadable'; readonly column: string | null; readonly text: string }
  | { readonly code: 'several_payments'; readonly count: number }
  | { readonly code: 'same_as_line'; readonly line: number }
  | { readonly code: 'done_in_batch'; readonly batchId: string; readonly at: string }
  | { readonly code: 'nothing_left' }
  | { readonly code: 'less_left'; readonly leftMinor: number; readonly currency: string }
  | { readonly code: 'figures_changed' }
  | { readonly code: 'unknown_sku'; readonly sku: string }
  | { readonly code: 'advised_against' }

/** A batch as lists and its page show it. */
export interface BatchView {
  readonly id: string
  readonly kind: BatchKind
  readonly state: BatchState
  readonly source: BatchSource
  /** The name of the file, where there was one. */
  readonly fileName: string | null
  readonly reason: string | null
  readonly actorName: string
  readonly isOwn: boolean
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly rows: number
  /** Those of them that the reader may not see: of payments of other connections. */
  readonly hiddenRows: number
  /** Rows by verdict, and by state. A verdict or state without rows is 0. */
  readonly verdicts: Readonly<Record<RowVerdict, number>>
  readonly states: Readonly<Record<RowState, number>>
  /** Rows with an operation, by its state. */
  readonly operations: Readonly<Partial<Record<OperationState, number>>>
  /** What would be started, or was planned, of payments that the reader sees: by currency and provider. */
  readonly planned: readonly (CurrencySum & {
    readonly provider: Provider
    readonly rows: number
  })[]
  /** The share of refusals, in percent, from which it stops by itself. */
  readonly stopPercent: number
}

/** One row of a batch: one payment and at most one operation. */
export interface BatchRowView {
  /** Position in the batch, from 1. */
  readonly number: number
  /** The lines of the file that it stands for; empty where there is no file. */
  readonly fileLines: readonly number[]
  /** As given: the order number or reference that was looked for. */
  readonly order: string
  readonly transactionId: string | null
  readonly provider: Provider | null
  readonly method: string | null
  readonly customerName: string | null
  readonly deadlineAt: string | null
  /** Null where there is no date, or none that is told apart. */
  readonly deadlineSource: CaptureDeadline['source'] | null
  readonly verdict: RowVerdict
  readonly findings: readonly RowFinding[]
  readonly isIncluded: boolean
  /** Null where nothing can be planned. Minor units. */
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly isByLines: boolean
  readonly lines: readonly { readonly description: string; readonly quantityMicros: number }[]
  readonly reference: string | null
  readonly tracking: string | null
  readonly invoiceNumber: string | null
  readonly invoiceUrl: string | null
  readonly state: RowState
  /** Why it was not started, where it was not. */
  readonly failure: Failure | null
  readonly operation: {
    readonly id: string
    readonly state: OperationState
    /** The provider's words of a refusal, or why the outcome is unknown. */
    readonly message: StatusDetail | null
    readonly mayBeRetried: boolean
  } | null
}
