import type { TransactionEvent, PaymentFlag } from '@/lib/domain/payment/transaction-snapshot'
import type { ConnectionState } from '@/lib/domain/provider/provider'
import type {
  OperationView,
  OrderItemProgress,
  TransactionListRow,
} from '@/lib/domain/view/transaction-view'

/** A payment as far as the rules of its operations ask for it. */
export interface RehearsedPayment extends TransactionListRow {
  readonly flags: readonly PaymentFlag[]
  readonly connection: { readonly id: string; readonly state: ConnectionState }
  readonly items: readonly OrderItemProgress[]
  /** Oldest first. */
  readonly events: readonly TransactionEvent[]
  /** Newest first. */
  readonly operations: readonly Pick<
    OperationView,
    | 'id'
    | 'kind'
    | 'state'
    | 'amountMinor'
    | 'reference'
    | 'retry'
    | 'settledAt'
    | 'createdAt'
    | 'lines'
  >[]
}
