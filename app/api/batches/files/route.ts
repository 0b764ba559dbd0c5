import { z } from 'zod'
import { words } from '@/lib/access/schema-of'
import { defineUpload } from '@/lib/access/define-upload'
import { rehearseFile } from '@/lib/batch/rehearse-file'
import { LIMITS } from '@/lib/config/limits'
import { BATCH_KINDS } from '@/lib/domain/batch/batch'

const { batch, text } = LIMITS

/**
 * Rehearses the file that is the body of the request, and starts nothing. The query names the new batch,
 * the kind of operation, the file, and the columns where its head does not say which is which.
 */
export const POST = defineUpload({
  permission: 'view_transactions',
  query: z.strictObject({
    batch: z.uuid(),
    kind: z.enum(BATCH_KINDS),
    name: words(batch.fileNameLength).optional(),
    columns: z.string().max(batch.columnsLength).optional(),
    reason: words(text.reason).optional(),
  }),
  bytes: batch.fileBytes,
  timeoutMs: batch.fileMs,
  run: (context, { batch: batchId, kind, name, columns, reason }, bytes) =>
    rehearseFile(context, {
      batchId,
      kind,
      name: name ?? null,
      columns: columns ?? null,
      reason: reason ?? null,
      bytes,
    }),
})
