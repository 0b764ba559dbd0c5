import { z } from 'zod'
import { schemaOf, words } from '@/lib/access/schema-of'
import { LIMITS } from '@/lib/config/limits'
import { BATCH_KINDS } from '@/lib/domain/batch/batch'
import type {
  BatchInput,
  ChangeBatchRowInput,
  RehearseBatchInput,
  RetryBatchInput,
  StartBatchInput,
} from '@/lib/domain/batch/batch-inputs'

const { batch, savedViews, text } = LIMITS
/** More than the order numbers of one batch take, with blanks around them. */
const PASTED_LENGTH = batch.rows * 60

const batchId = z.uuid()
const amountMinor = z.int().positive()
const order = words(batch.cellLength)

const selection = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('payments'),
    transactionIds: z.array(z.uuid()).min(1).max(batch.rows),
  }),
  z.strictObject({ by: z.literal('orders'), text: words(PASTED_LENGTH) }),
  z.strictObject({ by: z.literal('view'), query: z.string().max(savedViews.queryLength) }),
])

const change = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['exclude', 'include']) }),
  z.strictObject({ act: z.literal('amount'), amountMinor }),
  z.strictObject({ act: z.literal('order'), order }),
])

export const rehearseBatchInput = schemaOf<RehearseBatchInput>()(
  z.strictObject({
    batchId,
    kind: z.enum(BATCH_KINDS),
    selection,
    reason: words(text.reason).nullable(),
  }),
)

export const changeBatchRowInput = schemaOf<ChangeBatchRowInput>()(
  z.strictObject({ batchId, number: z.int().positive(), change }),
)

export const startBatchInput = schemaOf<StartBatchInput>()(
  z.strictObject({
    batchId,
    sums: z
      .array(z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), amountMinor }))
      .min(1)
      .max(LIMITS.business.currencies),
    stopPercent: z.int().min(1).max(100),
  }),
)

export const batchInput = schemaOf<BatchInput>()(z.strictObject({ batchId }))

export const retryBatchInput = schemaOf<RetryBatchInput>()(
  z.strictObject({ batchId, newBatchId: z.uuid() }),
)

/** The bounds that the pages of batches need. */
export const batchLimits = {
  rows: batch.rows,
  fileBytes: batch.fileBytes,
  stopPercent: batch.stopPercent,
  rowsShown: batch.rowsShown,
}
