import { isFailure, isObject } from '@/components/query/read-json'
import { sendFile } from '@/components/query/send-file'
import { BATCH_COLUMNS, type BatchKind, type ColumnMapping } from '@/lib/domain/batch/batch'
import type { FileRehearsal } from '@/lib/domain/batch/batch-inputs'
import type { Result } from '@/lib/domain/operation/result'

export interface WantedUpload {
  readonly batchId: string
  readonly kind: BatchKind
  readonly file: File
  readonly reason: string | null
  /** The columns as a person named them; null where they are to be recognised. */
  readonly columns: ColumnMapping | null
}

/** Sends a file to be rehearsed. Throws where no usable response comes. */
export async function uploadFile(wanted: WantedUpload): Promise<Result<FileRehearsal>> {
  return parseRehearsal(await sendFile(uploadPath(wanted), wanted.file))
}

/** The address that takes a file, with all that is meant by it. */
export function uploadPath({ batchId, kind, file, reason, columns }: WantedUpload): string {
  const params = new URLSearchParams({ batch: batchId, kind, name: file.name })
  if (columns !== null) params.set('columns', writeColumns(columns))
  if (reason !== null) params.set('reason', reason)
  return `/api/batches/files?${params.toString()}`
}

/** "order:0,sku:2" */
function writeColumns(columns: ColumnMapping): string {
  return BATCH_COLUMNS.flatMap((column) => {
    const at = columns[column]
    return at === undefined ? [] : [`${column}:${String(at)}`]
  }).join(',')
}

function parseRehearsal(body: unknown): Result<FileRehearsal> {
  if (!isObject(body)) throw new Error('the answer is no result')
  if (body['ok'] === true && isRehearsal(body['value'])) return { ok: true, value: body['value'] }
  if (isFailure(body['error'])) return { ok: false, error: body['error'] }
  throw new Error('the answer is no result')
}

/** Our own route writes nothing else there. */
function isRehearsal(value: unknown): value is FileRehearsal {
  return isObject(value) && (value['found'] === 'batch' || value['found'] === 'columns')
}
