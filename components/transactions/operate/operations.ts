import type { StepUpActions } from '@/components/access/shared/step-up/step-up-fields'
import type { OperationEntries, OperationInput } from '@/lib/domain/operation/inputs'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Result } from '@/lib/domain/operation/result'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'

/** The last request for this payment: whose and when, and what became of it. */
type Request = Pick<OperationView, 'id' | 'kind' | 'state' | 'actorName' | 'createdAt'>

/** The data of a payment that the dialogs need. */
export type OperableTransaction = { readonly newestOperation: Request | null } & Pick<
  TransactionView,
  | 'id'
  | 'status'
  | 'provider'
  | 'method'
  | 'amountMinor'
  | 'currency'
  | 'totals'
  | 'flags'
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

/** The same, and the actions that some of them may need first. */
export interface DialogActions extends OperationActions {
  readonly stepUp: StepUpActions
}
