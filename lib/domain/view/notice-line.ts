import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { NoticeKind } from '@/lib/domain/notice/notice'
import type { OperationKind } from '@/lib/domain/operation/operation'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { Provider } from '@/lib/domain/provider/provider'

/** A line of a person's notices: one notice, or all that expires on one day. */
export interface NoticeLine {
  readonly line: string
  readonly kind: NoticeKind
  /** Payments of it; 1 for all but what expires. */
  readonly count: number
  readonly isRead: boolean
  /** ISO 8601. */
  readonly createdAt: string
  /** The first deadline, the operation's time, or the batch's end, ISO 8601. */
  readonly at: string
  /** The day of the business, for what expires. */
  readonly day: string | null
  readonly operationId: string | null
  readonly operationKind: OperationKind | null
  readonly operationState: OperationState | null
  readonly batchId: string | null
  /** What the batch does, and null for other kinds. */
  readonly batchKind: OperationKind | null
  /** True of a batch that waits for a person because too many of its rows were refused. */
  readonly isStopped: boolean
  readonly orderReference: string | null
  readonly provider: Provider | null
  readonly sums: readonly CurrencySum[]
}
