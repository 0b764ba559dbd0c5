import { isObject } from '@/components/query/read-json'
import { sendFile } from '@/components/query/send-file'
import { BATCH_COLUMNS, type BatchKind, type ColumnMapping } from '@/lib/domain/batch/batch'
import type { Failure, Result } from '@/lib/domain/operation/result'

/** What a file was read as: a rehearsed batch, or columns that a person must name first. */
export type UploadedFile =
  | { readonly found: 'batch'; readonly batchId: string }
  | ({ readonly found: 'columns' } & UnnamedColumns)

/** The head and the first lines of a file whose columns were not all recognised. */
export interface UnnamedColumns {
  readonly head: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly recognised: ColumnMapping
}

export interface WantedUpload {
  readonly batchId: string
  readonly kind: BatchKind
  readonly file: File
  readonly reason: string | null
  /** The columns as a person named them; null where they are to be recognised. */
  readonly columns: ColumnMapping | null
}

/** Sends a file to be rehearsed. Throws where no usable response comes. */
export async function uploadFile(wanted: WantedUpload): Promise<Result<UploadedFile>> {
  return parseUploaded(await sendFile(uploadPath(wanted), wanted.file))
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

function parseUploaded(body: unknown): Result<UploadedFile> {
  if (!isObject(body)) throw new Error('the answer is no result')
  if (body['ok'] === true && isUploaded(body['value'])) return { ok: true, value: body['value'] }
  if (isFailure(body['error'])) return { ok: false, error: body['error'] }
  throw new Error('the answer is no result')
}

/** Our own route writes nothing else there. */
function isUploaded(value: unknown): value is UploadedFile {
  return isObject(value) && (value['found'] === 'batch' || value['found'] === 'columns')
}

function isFailure(value: unknown): value is Failure {
  return isObject(value) && typeof value['code'] === 'string'
}
