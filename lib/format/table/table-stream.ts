import type { CellRow } from './cell'
import { CSV_BEGIN, csvLine } from './csv'
import { XlsxWriter } from './xlsx'

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface TableWriter {
  add(rows: readonly CellRow[]): void
  end(): void
}

/**
 * A table as a file that is made while it is read: the next batch is requested when the reader
 * wants more. Times are written as a clock in `timeZone` shows them.
 */
export function tableStream(
  format: TableFormat,
  timeZone: string,
  batches: AsyncGenerator<readonly CellRow[], void>,
): ReadableStream<Uint8Array> {
  let made: Uint8Array[] = []
  const writer = writerOf(format, timeZone, (bytes) => {
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
  timeZone: string,
  onBytes: (bytes: Uint8Array) => void,
): TableWriter {
  if (format === 'xlsx') return new XlsxWriter(timeZone, onBytes)
  const encoder = new TextEncoder()
  onBytes(encoder.encode(CSV_BEGIN))
  return {
    add: (rows) => {
      onBytes(encoder.encode(rows.map((row) => csvLine(row, timeZone)).join('')))
    },
    end: () => undefined,
  }
}
