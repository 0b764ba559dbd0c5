import { CsvError, parse } from 'csv-parse/sync'
import { LIMITS } from '@/lib/config/limits'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/** One row of a file, with the line on which it begins, from 1. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A file as it was read: its first row, and those after it. */
export interface FileTable {
  readonly head: readonly string[]
  readonly rows: readonly FileRow[]
  readonly delimiter: string
}

const DELIMITERS = [';', ',', '\t'] as const

/**
 * The rows of a file in plain text, without those that are empty. Fails when it has none, more than a
 * batch may have, or a quotation mark that is never closed.
 */
export function readTable(written: string): Result<FileTable> {
  // One kind of line end, so that lines are counted alike within quotation marks and between rows.
  const text = written.replaceAll(/\r\n|\r/g, '\n')
  const delimiter = delimiterOf(text)
  const rows: FileRow[] = []
  let line = 1
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // Each empty line is a row, so that every row begins where the one before has ended.
      skip_empty_lines: false,
      record_delimiter: '\n',
      max_record_size: LIMITS.batch.recordLength,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
        line = lines + 1
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return failure('file_quote_open', { values: { line } })
  }
  const [head, ...others] = rows
  if (head === undefined) return failure('file_empty')
  const most = LIMITS.batch.rows
  if (others.length > most) return failure('too_many_rows', { values: { most } })
  return success({ head: head.cells.map((cell) => cell.trim()), rows: others, delimiter })
}

/** The character that divides the cells: the one that the first row has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const first = (/^(?:\s*\n)*([^\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: first.split(delimiter).length - 1,
  }))
  const [best] = counts.toSorted((a, b) => b.count - a.count)
  return best?.delimiter ?? ';'
}
