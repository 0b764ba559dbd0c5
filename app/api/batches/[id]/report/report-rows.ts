import type { Database } from '@/db/client'
import { listBatchRows } from '@/db/queries/batch/list-batch-rows'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchRowView, BatchView } from '@/lib/domain/batch/batch'
import { outcomeOf } from '@/lib/domain/batch/row-outcome'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { methodLabel } from '@/lib/format/methods'
import { decimalText } from '@/lib/format/money'
import { EMPTY_CELL, textCell, type Cell, type CellRow } from '@/lib/format/table/cell'
import { describeResult } from '@/lib/i18n/describe-batch'
import type { I18n } from '@/lib/i18n/i18n'

const COLUMNS = [
  'number',
  'fileLines',
  'order',
  'customer',
  'provider',
  'method',
  'amount',
  'currency',
  'lines',
  'reference',
  'tracking',
  'invoiceNumber',
  'invoiceUrl',
  'outcome',
  'result',
  'operation',
] as const
type Column = (typeof COLUMNS)[number]

/** The report of a batch in the reader's words: the headings, then its rows as they are read. */
export async function* reportRows(
  database: Database,
  actor: Pick<Actor, 'userId' | 'scope'>,
  { id, kind }: Pick<BatchView, 'id' | 'kind'>,
  i18n: I18n,
): AsyncGenerator<readonly CellRow[], void> {
  yield [COLUMNS.map((column) => textCell(i18n.t(`batchReport.columns.${column}`)))]
  const size = LIMITS.export.rowsAtOnce
  let after: number | null = 0
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listBatchRows>> = await listBatchRows(
      database,
      actor,
      id,
      { after, size },
    )
    if (page.rows.length > 0) yield page.rows.map((row) => cellsOf(row, kind, i18n))
    after = page.next
  }
}

function cellsOf(row: BatchRowView, kind: BatchView['kind'], i18n: I18n): CellRow {
  const { t, formats } = i18n
  const { amountMinor, currency } = row
  const method =
    row.method === null ? null : methodLabel(row.method, (code) => t(`methods.${code}`))
  const lines = row.lines.map(
    ({ description, quantityMicros }) => `${formats.quantity(quantityMicros)} × ${description}`,
  )
  const cells: Readonly<Record<Column, Cell>> = {
    number: textCell(String(row.number)),
    fileLines: textCell(row.fileLines.join(', ')),
    order: textCell(row.order),
    customer: textCell(row.customerName),
    provider: textCell(row.provider === null ? null : PROVIDER_LABELS[row.provider]),
    method: textCell(method?.name ?? null),
    amount:
      amountMinor === null || currency === null
        ? EMPTY_CELL
        : { kind: 'amount', digits: decimalText(amountMinor, currency) },
    currency: textCell(currency),
    lines: textCell(lines.join(', ').slice(0, LIMITS.export.lineCharacters)),
    reference: textCell(row.reference),
    tracking: textCell(row.tracking),
    invoiceNumber: textCell(row.invoiceNumber),
    invoiceUrl: textCell(row.invoiceUrl),
    outcome: textCell(t(`batchRows.outcomes.${outcomeOf(row)}`)),
    result: textCell(describeResult(row, kind, i18n)),
    operation: textCell(row.operation?.id ?? null),
  }
  return COLUMNS.map((column) => cells[column])
}
