import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Provider } from '@/lib/domain/provider/provider'
import type { NoticeKind } from '@/lib/domain/notice/notice'

/** What a mail or a call says of one notice: no name, and nothing else about a customer. */
export interface DigestItem {
  readonly orderReference: string | null
  readonly provider: Provider | null
  readonly amountMinor: number | null
  readonly currency: string | null
  /** What the operation or the batch does. */
  readonly operation: OperationKind | null
  readonly operationId: string | null
  readonly batchId: string | null
  readonly transactionId: string | null
  /** ISO 8601. */
  readonly at: string
}

/** Notices of one kind that are sent together. */
export interface Digest {
  readonly kind: NoticeKind
  /** All of them, of which `items` has the first. */
  readonly count: number
  readonly items: readonly DigestItem[]
}
