import type { RowFinding } from './batch'

/** One order line of a file's row, as it was written. */
export interface WantedLine {
  readonly fileLine: number
  /** The order line's article number, or its id; one of them at least. */
  readonly sku: string | null
  readonly line: string | null
  /** Null takes what is left of the line. */
  readonly quantityMicros: number | null
  /** As written; null where the file has none. */
  readonly amount: string | null
}

/** What a person asked for about one payment, before anything was looked up. */
export interface WantedRow {
  /** The lines of the file, from 1; empty where there is no file. */
  readonly fileLines: readonly number[]
  /** The order number or reference as given; empty where only the payment was ticked. */
  readonly order: string
  /** The payment, where it was named by its id. */
  readonly transactionId: string | null
  /** Empty for what is not by lines. */
  readonly lines: readonly WantedLine[]
  /** As written; null takes everything that is left. */
  readonly amount: string | null
  /** What the file calls the column of amounts. */
  readonly amountHead: string | null
  /** An amount that a person typed over it, in minor units. */
  readonly amountMinor: number | null
  readonly currency: string | null
  /** Stands before decimals in the file: a comma or a dot. */
  readonly decimalMark: string
  readonly reference: string | null
  readonly tracking: string | null
  readonly invoiceNumber: string | null
  readonly invoiceUrl: string | null
  /** Cells that could not be read, found before the payment was looked up. */
  readonly findings: readonly RowFinding[]
}

/** A line of the order as a row of a batch shows it. */
export interface RowLine {
  readonly description: string
  readonly quantityMicros: number
}

const NOTHING: Omit<WantedRow, 'order' | 'transactionId'> = {
  fileLines: [],
  lines: [],
  amount: null,
  amountHead: null,
  amountMinor: null,
  currency: null,
  decimalMark: ',',
  reference: null,
  tracking: null,
  invoiceNumber: null,
  invoiceUrl: null,
  findings: [],
}

/** Everything that is left of the payment that this text names. */
export function wantedByOrder(order: string): WantedRow {
  return { ...NOTHING, order, transactionId: null }
}

/** Everything that is left of a payment. */
export function wantedByPayment(transactionId: string): WantedRow {
  return { ...NOTHING, order: '', transactionId }
}
