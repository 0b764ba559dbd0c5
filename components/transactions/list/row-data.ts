import { amountsOf } from '@/components/transactions/select/candidates'
import { METHOD_ICONS, methodOf } from '@/components/transactions/shared/method'
import { STATUS_ICONS } from '@/components/transactions/shared/status-pill'
import type { IconName } from '@/components/ui/icon'
import type { BatchKind } from '@/lib/domain/batch/batch'
import type { Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { isOpen, type OperationState } from '@/lib/domain/operation/outcome'
import {
  findContradiction,
  heldMinor,
  type TransactionStatus,
} from '@/lib/domain/payment/transaction'
import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import { nextAction, type NextAction } from '@/lib/domain/rules/next-action'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS, STATUS_TONES, type Tone } from '@/lib/format/labels'
import type { Texts } from '@/lib/i18n/i18n'

/**
 * A row of the list as it goes to the browser: its figures and codes, and no elements. What a row has not
 * is left out.
 */
export interface RowData {
  readonly id: string
  readonly order?: string
  readonly customer?: string
  readonly status: TransactionStatus
  readonly tone: Tone
  readonly icon?: IconName
  readonly open?: { readonly kind: OperationKind; readonly state: OperationState }
  /** The latest refusal, where the payment is listed because of it. */
  readonly refused?: OperationKind
  readonly isContradictory?: true
  readonly tags?: readonly string[]
  readonly method: string
  readonly methodIcon: IconName
  readonly provider: string
  readonly currency: string
  /** Authorized, captured, refunded and still held, in minor units; the last one not where it is in doubt. */
  readonly sums: readonly number[]
  /** The amount that was asked for, where nothing of it was authorized. */
  readonly requested?: number
  /** What each kind of batch may take of it, in minor units. */
  readonly amounts: Readonly<Partial<Record<BatchKind, number>>>
  readonly due?: CaptureDeadline
  readonly createdAt: Date
  readonly next: NextAction
}

/** What is known of a payment besides its row. */
interface Besides {
  readonly refused?: OperationKind | undefined
  readonly tags?: readonly string[] | undefined
}

interface Reader {
  readonly role: Role
  /** The kinds of batches that the role may start. */
  readonly kinds: readonly BatchKind[]
  readonly t: Texts
}

/** A payment as a row of the list shows it to a reader. */
export function rowData(
  row: TransactionListRow,
  { refused, tags }: Besides,
  { role, kinds, t }: Reader,
): RowData {
  const { totals, currency, orderReference: order, customerName: customer, openOperation } = row
  const { authorizedMinor, capturedMinor, refundedMinor } = totals
  const isContradictory = findContradiction(totals) !== null
  const { name: method, kind } = methodOf(row.method, t, row.provider)
  const sums = [authorizedMinor, capturedMinor, refundedMinor]
  const isRequested = authorizedMinor <= 0 && row.amountMinor !== 0
  const icon = STATUS_ICONS[row.status]
  const due = isSettled(row) ? null : row.captureDeadline
  return {
    id: row.id,
    ...(order !== null && { order }),
    ...(customer !== null && { customer }),
    status: row.status,
    tone: STATUS_TONES[row.status],
    ...(icon !== undefined && { icon }),
    ...(openOperation !== null && isOpen(openOperation.state) && { open: openOperation }),
    ...(refused !== undefined && { refused }),
    ...(isContradictory && { isContradictory }),
    ...(tags !== undefined && { tags }),
    method,
    methodIcon: METHOD_ICONS[kind],
    provider: PROVIDER_LABELS[row.provider],
    currency,
    sums: isContradictory ? sums : [...sums, heldMinor(totals)],
    ...(isRequested && { requested: row.amountMinor }),
    amounts: amountsOf(row, kinds),
    ...(due !== null && { due }),
    createdAt: row.createdAt,
    next: nextAction(row, role),
  }
}

/** True where nothing is left that a deadline is about. */
export function isSettled({
  totals,
  status,
}: Pick<TransactionListRow, 'totals' | 'status'>): boolean {
  return (
    status === 'declined' ||
    status === 'failed' ||
    heldMinor(totals) <= 0 ||
    findContradiction(totals) !== null
  )
}
