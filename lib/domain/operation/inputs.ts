import type { OperationKind } from './operation'
import type { ReviewVerdict } from './outcome'

/**
 * The inputs of everything that people do with payments. The dialogs, the schemas of the server
 * actions and the use cases all take these types.
 */

/** The input that every request to move money has. */
export interface OperationInput {
  /** A UUID that the dialog makes; it stands for one intent (I5). */
  readonly operationId: string
  readonly transactionId: string
  readonly currency: string
  /** The money revision that the person saw. If it has changed since, nothing is started. */
  readonly expectedRevision: string
}

/** The entries of each dialog, besides those of every request. */
export interface OperationEntries {
  readonly capture: {
    readonly choice: AmountChoice
    /** A reference of the merchant's own, for the settlement report. */
    readonly label: string | null
  }
  readonly refund: {
    readonly choice: AmountChoice
    readonly reason: string
    readonly label: string | null
  }
  /** `amountMinor` is what the person saw as held. */
  readonly void: FreeAmountEntry
  readonly update_authorization: {
    readonly additions: readonly NewItem[]
    readonly changes: readonly ItemChange[]
    /** The new total that the person saw. */
    readonly amountMinor: number
    readonly reason: string | null
  }
  readonly extend_authorization: { readonly reason: string }
  readonly charge_again: FreeAmountEntry
  readonly pay_out: FreeAmountEntry
  readonly confirm_receipt: FreeAmountEntry
}

/** The input of each operation, whole. */
export type OperationInputs = {
  readonly [K in OperationKind]: OperationInput & OperationEntries[K]
}

/** Standalone operations: an amount without order lines, besides the payment's own money. */
export type FreeAmountKind = Extract<OperationKind, 'charge_again' | 'pay_out' | 'confirm_receipt'>

/** An amount without order lines, and why. */
export interface FreeAmountEntry {
  readonly amountMinor: number
  readonly reason: string
}

/** The amount that a person picked, and the sum that their button showed. */
export type AmountChoice =
  | { readonly mode: 'all'; readonly amountMinor: number }
  | { readonly mode: 'amount'; readonly amountMinor: number }
  | { readonly mode: 'lines'; readonly amountMinor: number; readonly lines: readonly LineChoice[] }

/** A line that a person picked: its quantity, and its amount where one was typed. */
export interface LineChoice {
  readonly lineId: string
  readonly quantityMicros: number
  /** Null takes the amount that belongs to the quantity. */
  readonly amountMinor: number | null
}

/** An order line that a person wants to add. Prices are per piece, in minor units. */
export interface NewItem {
  readonly description: string
  readonly quantityMicros: number
  readonly unitPriceMinor: number
  /** Hundredths of a percent: 2500 is 25 %. */
  readonly vatBasisPoints: number
  readonly priceIncludesVat: boolean
}

/** A change of a line that is already there: a new quantity, or 0 to take it out. */
export interface ItemChange {
  readonly lineId: string
  readonly quantityMicros: number
}

/** A request to check the provider now. */
export interface CheckInput {
  readonly operationId: string
}

/** A person's verdict about an operation that reading could not settle. */
export interface ReviewInput {
  readonly operationId: string
  readonly verdict: ReviewVerdict
  /** The evidence for it: the words of the provider's portal or support. */
  readonly reason: string
}

/** A note of a person about a payment. */
export interface NoteInput {
  /** A UUID that the form makes: the same note sent twice is one note. */
  readonly noteId: string
  readonly transactionId: string
  readonly text: string
}

/** A person's answer that the rest of a part capture is shipped later. */
export interface KeepRestInput {
  readonly transactionId: string
}

/** A tag that a person puts on a payment, or takes off. */
export interface TagInput {
  readonly transactionId: string
  readonly tag: string
}

/** A request to read a payment again that could not be read. */
export interface ReadAgainInput {
  /** The id under which it is noted as unread. */
  readonly unreadId: string
}

/**
 * The result: it was read, or is read by now; it still cannot be read; it was tried a moment ago;
 * it has no id, and the whole list is read anew; or the milliseconds until the provider allows a
 * read, which was not made.
 */
export type ReadAgainResult =
  'read' | 'unread' | 'just_tried' | 'list_begun' | { readonly waitMs: number }
