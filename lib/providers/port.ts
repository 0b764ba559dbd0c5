import type { HttpExchange } from '@/lib/domain/operation/http-exchange'
import type { OperationKind, OperationLine } from '@/lib/domain/operation/operation'
import type { ReportedRefusal } from '@/lib/domain/operation/refusal'
import type { StatusDetail } from '@/lib/domain/operation/status-detail'
import type {
  OrderItem,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import type { CheckCause } from '@/lib/domain/provider/connection-problem'
import type { MalformedEntry } from '@/lib/domain/provider/provider'

/**
 * The functions that every payment provider's client has. Written for four of them at once: one
 * with lists, line items and echoed references (Dintero); one whose responses carry only ids
 * (Bambora Checkout); one that knows payments by the merchant's reference and has no list (Bambora
 * Native); one where every operation is a payment of its own, found by our reference (OPPWA).
 */
export interface ProviderClient {
  /** Proves that credentials, account and base URL fit together, without touching any money. */
  checkConnection(): Promise<ConnectionCheck>
  /**
   * One page of the account's payments, or null where the provider has no list. With `since`, only
   * those made or changed since then, as well as the provider can filter; it may give more.
   */
  readonly listTransactions:
    ((cursor: string | null, since: Date | null) => Promise<ListResult>) | null
  /** Reads one payment whole: status, totals, items and the complete list of its events. */
  readTransaction(locator: TransactionLocator): Promise<ReadResult>
  /**
   * Finds the ids of all payments that a merchant's reference or an id leads to. Absent where
   * `readTransaction` takes either.
   */
  findPayments?(reference: string): Promise<FoundPayments>
  /**
   * Sends one operation once. Never throws for what the network or the provider does, and never
   * sends a second time unless the provider is known not to have processed the first.
   */
  send(command: OperationCommand): Promise<Sent>
  /** The properties of the provider that we rely on when a response is lost. */
  readonly features: ProviderFeatures
}

export interface ProviderFeatures {
  /** Kinds of operation whose event carries the reference that we sent (I9). */
  readonly echoesReference: readonly OperationKind[]
  /** Greatest lag of a read behind a write: before this, "not found" proves nothing (I8). */
  readonly settleWindowMs: number
  /** True when the list can be filtered by change; else every sync run reads all of it. */
  readonly listsChanges: boolean
  /** Shortest time between two reads of one payment. */
  readonly readSpacingMs: number
  /** Its name for our user in a payment's history, where the connection states it (I9). */
  readonly ownUser: string | null
}

/** The names by which a provider may know a payment; each uses those that it needs. */
export interface TransactionLocator {
  readonly providerTransactionId: string
  readonly orderReference: string | null
  /** An operation that the read is to find, where a provider stores operations separately. */
  readonly operationReference?: string
  /** Number of events that the newest read showed: one that shows fewer lags behind. */
  readonly knownEvents?: number
  /**
   * The events that are stored, for when the provider allows no read before a send. Failed ones may
   * have vanished from its own history.
   */
  readonly history?: readonly StoredEvent[]
}

export type StoredEvent = Pick<
  TransactionEvent,
  'providerEventId' | 'kind' | 'providerKind' | 'state' | 'amountMinor'
>

/** An operation as it goes to a provider; `reference` is unique to it and saved before sending. */
export interface OperationCommand {
  readonly kind: OperationKind
  readonly transaction: TransactionLocator
  /** Method code `family.method`: some methods need other fields. */
  readonly method: string
  readonly amountMinor: number
  readonly currency: string
  /** The lines to move with their part of the amount; empty means by amount alone. */
  readonly lines: readonly CommandLine[]
  /** The complete new order, for an update of the authorization only. */
  readonly newItems: readonly OrderItem[] | null
  readonly reference: string
  readonly operationId: string
  readonly reason: string | null
  /**
   * By `performance.now()`: what has not begun to leave by then is never sent. Asked when the first
   * byte is about to be written: it is over at once when the sender has lost its lock.
   */
  readonly sendBeforeMs: () => number
}

/** A part of an order line, with the whole line for providers that want to see it again. */
export interface CommandLine extends OperationLine {
  readonly item: OrderItem
}

export interface Sent {
  readonly result: SendResult
  readonly httpExchange: HttpExchange
}

/** The knowledge after one send; see the outcomes in lib/domain/operation/outcome.ts. */
export type SendResult =
  | {
      readonly outcome: 'succeeded'
      readonly snapshot: TransactionSnapshot
      readonly providerReference: string | null
    }
  | {
      readonly outcome: 'refused'
      readonly refusal: ReportedRefusal
      readonly snapshot: TransactionSnapshot | null
    }
  | {
      readonly outcome: 'not_sent'
      readonly message: StatusDetail
      /** Time from which the provider accepts another request (ISO 8601), where it says so. */
      readonly retryAt?: string | null
    }
  | {
      readonly outcome: 'pending'
      readonly message: StatusDetail
      readonly snapshot: TransactionSnapshot | null
    }
  | { readonly outcome: 'unknown'; readonly message: StatusDetail }

export type ReadResult =
  | {
      readonly ok: true
      readonly snapshot: TransactionSnapshot
      /** Events of a standalone operation, which no other read of the payment shows. */
      readonly separateEvents?: readonly TransactionEvent[]
    }
  | ReadFailure

export type FoundPayments = { readonly ok: true; readonly ids: readonly string[] } | ReadFailure

/** The reason why a read failed; `message` is for logs and terminals. */
export interface ReadFailure {
  readonly ok: false
  readonly problem: ReadProblem
  readonly message: string
  /**
   * Milliseconds until the provider allows the read, by our count of its limit or by its HTTP 429.
   * Where it is there, the read was no failed one: it only has to wait.
   */
  readonly waitMs?: number
  /** The right that the credentials lack, where the provider shows it. */
  readonly cause?: Extract<CheckCause, 'right_missing' | 'read_only'>
}

export type ReadProblem = 'not_found' | 'unauthorized' | 'unavailable' | 'malformed'

export type ListResult =
  | {
      readonly ok: true
      readonly snapshots: readonly TransactionSnapshot[]
      readonly malformed: readonly MalformedEntry[]
      /** The start of the next page; null at the end. */
      readonly next: string | null
      /**
       * Milliseconds until the provider allows more reads, where a limit has cut the page short:
       * `next` is then its rest.
       */
      readonly waitMs?: number
    }
  | ReadFailure

export type ConnectionCheck =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly problem: ReadProblem | 'wrong_account'
      readonly message: string
      /** Absent where the problem says all there is. */
      readonly cause?: CheckCause
    }

/** The credentials with which a client acts for one merchant account. */
export interface ConnectionCredentials {
  readonly connectionId: string
  readonly accountId: string
  /** Without a slash at its end, however it was typed. */
  readonly baseUrl: string
  /** The opened secret; its shape is the provider's own. */
  readonly secret: unknown
  /**
   * Counts reads for all instances. Without it a client counts for itself: enough for the test of
   * an account that is not connected yet.
   */
  readonly countRead?: CountRead
}

/**
 * Counts a read of `subject`, a payment or a reference, that is about to begin, where the provider
 * allows only `perMinute` of them. Answers 0, or the milliseconds until one may begin. Rejects when
 * there is no count; then there must be no read.
 */
export type CountRead = (subject: string, perMinute: number) => Promise<number>

/** Makes a client; throws when the secret hasn't the shape that the provider needs. */
export type ProviderFactory = (credentials: ConnectionCredentials) => ProviderClient
