import type { BatchView } from '@/lib/domain/batch/batch'
import type {
  BatchInput,
  ChangeBatchRowInput,
  RetryBatchInput,
  StartBatchInput,
} from '@/lib/domain/batch/batch-inputs'
import type { Result } from '@/lib/domain/operation/result'

type Act<I, T> = (input: I) => Promise<Result<T>>

/** The actions of a batch's page. */
export interface BatchActions {
  readonly changeRow: Act<ChangeBatchRowInput, BatchView>
  readonly start: Act<StartBatchInput, BatchView>
  readonly pause: Act<BatchInput, BatchView>
  readonly resume: Act<BatchInput, BatchView>
  readonly end: Act<BatchInput, BatchView>
  readonly discard: Act<BatchInput, BatchView>
  readonly retry: Act<RetryBatchInput, { readonly batchId: string }>
}
