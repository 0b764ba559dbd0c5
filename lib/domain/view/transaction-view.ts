import type { Role } from '@/lib/domain/access/permission'
import type {
  OperationKind,
  OperationLine,
  OrderLineChange,
} from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type { Totals, TransactionStatus } from '@/lib/domain/payment/transaction'
import type {
  Address,
  CaptureDeadline,
  Customer,
  HistoryGap,
  OrderItem,
  PaymentDetail,
  PaymentFlag,
  RetryAdvice,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import type { ConnectionState, Provider } from '@/lib/domain/provider/provider'

/** A row of the transactions list. */
export interface TransactionListRow {
  readonly id: string
  readonly status: TransactionStatus
  readonly provider: Provider
  /** `family.method`, for example `klarna.billie`. */
  readonly method: string
  readonly currency: string
  /** The amount that the customer was to pay, granted or not. */
  readonly amountMinor: number
  readonly totals: Totals
  readonly orderReference: string | null
  readonly customerName: string | null
  readonly isBusiness: boolean
  readonly captureDeadline: CaptureDeadline | null
  readonly createdAt: Date
  /** The operation that may be moving money at this moment. */
  readonly openOperation: { readonly kind: OperationKind; readonly state: OperationState } | null
}

/** A row of the list as an export has it: with its order by line. */
export interface ExportRow extends TransactionListRow {
  readonly items: readonly OrderItemProgress[]
}

/** The fields of a found payment that the palette shows. */
export type FoundTransaction = Pick<
  TransactionListRow,
  'id' | 'orderReference' | 'customerName' | 'status' | 'amountMinor' | 'currency'
>

/** The payments that the palette found for a text. */
export interface FoundTransactions {
  /** The newest of them. */
  readonly rows: readonly FoundTransaction[]
  /** False when scanning further would have taken too long: older payments may match too. */
  readonly isWhole: boolean
}

/** One keyset page; `next` is the opaque cursor of the following page. */
export interface TransactionListPage {
  readonly rows: readonly TransactionListRow[]
  readonly next: string | null
  /**
   * The time of creation, or the deadline, up to which a list that goes on was examined; null when
   * every row up to the last is here.
   */
  readonly searchedUntil: { readonly at: Date; readonly by: 'created' | 'deadline' } | null
  /** True when these are only the rows that the search names; other rows may contain its text. */
  readonly onlyNamed: boolean
}

/**
 * An order line with the parts of it that captures and refunds named; null where another line has
 * the same id. What moved without naming a line is in the payment's totals alone.
 */
export interface OrderItemProgress {
  readonly item: OrderItem
  readonly captured: LineProgress | null
  readonly refunded: LineProgress | null
}

/** A part of a line; the quantity is null where an amount of it moved without one. */
export interface LineProgress {
  readonly quantityMicros: number | null
  readonly amountMinor: number
}

/** An operation as people see it. */
export interface OperationView {
  readonly id: string
  readonly transactionId: string
  readonly kind: OperationKind
  readonly state: OperationState
  readonly amountMinor: number
  readonly currency: string
  /** The order lines that it names; none where it goes by amount alone. */
  readonly lines: readonly OperationLine[]
  /** The difference that it makes to the order; null for other kinds, and for the oldest ones. */
  readonly orderChanges: readonly OrderLineChange[] | null
  readonly actorName: string
  readonly actorRole: Role
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly settledAt: Date | null
  /** The provider's message, or the reason why the outcome is unknown. */
  readonly message: StatusDetail | null
  readonly refusalCode: string | null
  readonly retry: RetryAdvice | null
  readonly reason: string | null
  /** The reference that the provider was to echo. */
  readonly reference: string
  readonly nextCheckAt: Date | null
  readonly lastCheckedAt: Date | null
  /** The result of the last check at the provider. */
  readonly lastCheckFound: StatusDetail | null
  readonly checks: number
}

/** A person's note about a payment. */
export interface NoteView {
  readonly id: string
  readonly text: string
  /** The name and role when it was written. */
  readonly authorName: string
  readonly authorRole: Role
  readonly writtenAt: Date
}

/** The person who keeps the rest of a part capture on hold, to ship it later, and since when. */
export interface KeptRest {
  readonly actorName: string
  readonly keptAt: Date
}

/** The answer to a check on request. */
export interface RequestedCheck {
  readonly operation: OperationView
  /** Milliseconds until a check is possible, where none was made; null where one was. */
  readonly waitMs: number | null
}

/** Everything the transaction page shows. */
export interface TransactionView extends TransactionListRow {
  readonly providerTransactionId: string
  readonly providerStatus: string
  readonly orderReference2: string | null
  readonly customer: Customer
  readonly billingAddress: Address | null
  readonly shippingAddress: Address | null
  readonly paymentDetails: readonly PaymentDetail[]
  readonly items: readonly OrderItemProgress[]
  /** Oldest first; those that vanished from the provider's history are kept. */
  readonly events: readonly TransactionEvent[]
  /** Number of events that the newest read showed. */
  readonly eventCount: number
  readonly historyGaps: readonly HistoryGap[]
  readonly flags: readonly PaymentFlag[]
  /** Newest first. */
  readonly operations: readonly OperationView[]
  /** Oldest first. */
  readonly notes: readonly NoteView[]
  /**
   * The people who have decided about the operation in review, while their decisions do not
   * suffice.
   */
  readonly reviewers: readonly string[]
  readonly connection: {
    readonly id: string
    readonly name: string
    readonly accountId: string
    readonly isTest: boolean
    readonly updatedAt: Date
    readonly state: ConnectionState
  }
  /** A change of its money from elsewhere that no action here has followed yet. */
  readonly outsideChange: TransactionEvent | null
  /** The payment's page in the provider's own portal. */
  readonly portalUrl: string | null
  readonly readAt: Date
  /** Changes whenever money was or may have been moved, so that people decide on what they saw. */
  readonly moneyRevision: string
  /** Changes after every write to the payment, so that a page notices that it is outdated. */
  readonly version: string
}
