import { LIMITS } from '@/lib/config/limits'
import type { BatchKind, ColumnMapping } from '@/lib/domain/batch/batch'
import type { FileRehearsal } from '@/lib/domain/batch/batch-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { requireOperate } from './batch-rights'
import { decodeFile } from './file/decode-file'
import { readTable, type FileTable } from './file/read-table'
import { isHeadless, readMapping, recogniseColumns } from './file/recognise-columns'
import { wantedRows } from './file/wanted-rows'
import { rehearseRows } from './rehearse-rows'

export interface UploadedFile {
  readonly batchId: string
  readonly kind: BatchKind
  readonly reason: string | null
  readonly name: string | null
  /** The columns as a person named them, `order:0,sku:2`; null where the file's own head has to do. */
  readonly columns: string | null
  readonly bytes: Uint8Array
}

/** Rehearses the rows of a file from the warehouse; nothing of it is started. */
export async function rehearseFile(
  context: OperationContext,
  file: UploadedFile,
): Promise<Result<FileRehearsal>> {
  const { batchId: id, kind, reason, name: fileName } = file
  const permitted = requireOperate(context.actor, kind)
  if (!permitted.ok) return permitted
  const text = decodeFile(file.bytes)
  if (text === null) return failure('file_not_text')
  const read = readTable(text)
  if (!read.ok) return read
  const table = read.value
  const { mapping: recognised, isAmbiguous } = recogniseColumns(table.head)
  if (file.columns === null && (isAmbiguous || recognised.order === undefined)) {
    const sample = table.rows.slice(0, LIMITS.batch.sampleRows).map(({ cells }) => cells)
    return success({ found: 'columns', head: table.head, sample, recognised })
  }
  const mapping = file.columns === null ? recognised : readMapping(file.columns, table.head.length)
  if (mapping === null) {
    return failure('invalid_input', { values: { field: 'columns' }, field: 'columns' })
  }
  const wanted = wantedRows(withFirstRow(table, mapping), mapping)
  const batch = { id, kind, reason, fileName, source: 'file' } as const
  const rehearsed = await rehearseRows(context, batch, wanted)
  return rehearsed.ok ? success({ found: 'batch', batchId: rehearsed.value.batchId }) : rehearsed
}

/** The table with its first row among the others, where that is no head. */
function withFirstRow(table: FileTable, mapping: ColumnMapping): FileTable {
  if (!isHeadless(table.head, mapping)) return table
  return { ...table, rows: [{ line: 1, cells: table.head }, ...table.rows] }
}
