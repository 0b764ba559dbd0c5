import type { OperationEntries, OperationInput } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'

/** The data of a payment that the dialogs need. */
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
  | 'moneyRevision'
>

/** The server action of each operation. */
export type OperationActions = {
  readonly [K in OperationKind]: (
    input: OperationInput & OperationEntries[K],
  ) => Promise<Result<OperationView>>
}
