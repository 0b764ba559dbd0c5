import type { CellRow } from './cell'
import { CSV_BEGIN, CSV_FOR_PROGRAMS, CSV_FOR_SPREADSHEETS, csvLine, type CsvDialect } from './csv'
import { XlsxWriter, type TableOwner } from './xlsx'

/** A workbook; CSV for spreadsheets that write decimals with a comma; CSV for programs. */
export const TABLE_FORMATS = ['xlsx', 'csv_semicolon', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

interface FileType {
  readonly ending: string
  readonly contentType: string
}

const CSV_FILE: FileType = { ending: 'csv', contentType: 'text/csv; charset=utf-8' }

export const TABLE_FILES: Readonly<Record<TableFormat, FileType>> = {
  xlsx: {
    ending: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv_semicolon: CSV_FILE,
  csv: CSV_FILE,
}

const CSV_DIALECTS: Readonly<Record<Exclude<TableFormat, 'xlsx'>, CsvDialect>> = {
  csv_semicolon: CSV_FOR_SPREADSHEETS,
  csv: CSV_FOR_PROGRAMS,
}

interface TableWriter {
  add(rows: readonly CellRow[]): void
  end(): void
}

/**
 * A table as a file that is made while it is read: the next batch is requested when the reader
 * wants more.
 */
export function tableStream(
  format: TableFormat,
  owner: TableOwner,
  batches: AsyncGenerator<readonly CellRow[], void>,
): ReadableStream<Uint8Array> {
  let made: Uint8Array[] = []
  const writer = writerOf(format, owner, (bytes) => {
    made.push(bytes)
  })
  return new ReadableStream({
    pull: async (controller) => {
      let isDone = false
      while (made.length === 0 && !isDone) {
        const next = await batches.next()
        isDone = next.done === true
        if (next.done) writer.end()
        else writer.add(next.value)
      }
      for (const bytes of made) controller.enqueue(bytes)
      made = []
      if (isDone) controller.close()
    },
    cancel: async () => {
      await batches.return()
    },
  })
}

function writerOf(
  format: TableFormat,
  owner: TableOwner,
  onBytes: (bytes: Uint8Array) => void,
): TableWriter {
  if (format === 'xlsx') return new XlsxWriter(owner, onBytes)
  const dialect = CSV_DIALECTS[format]
  const encoder = new TextEncoder()
  onBytes(encoder.encode(CSV_BEGIN))
  return {
    add: (rows) => {
      onBytes(encoder.encode(rows.map((row) => csvLine(row, owner.timeZone, dialect)).join('')))
    },
    end: () => undefined,
  }
}
