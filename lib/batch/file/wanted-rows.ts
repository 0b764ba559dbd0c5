import { LIMITS } from '@/lib/config/limits'
import type { BatchColumn, ColumnMapping, RowFinding } from '@/lib/domain/batch/batch'
import type { WantedLine, WantedRow } from '@/lib/domain/batch/wanted-row'
import { searchKey } from '@/lib/domain/listing/search-key'
import { readQuantity, readText, type CellShape, type Read } from './read-cell'
import type { FileRow, FileTable } from './read-table'

/**
 * The rows of a file as payments that are wanted: lines of one order that name an article or an order
 * line are one. What cannot be read of a row is named with its column and keeps the row from starting.
 */
export function wantedRows(table: FileTable, mapping: ColumnMapping): readonly WantedRow[] {
  const decimalMark = decimalMarkOf(table, mapping)
  const merged = new Map<string, number>()
  const wanted: WantedRow[] = []
  for (const row of table.rows) {
    const one = wantedRow(row, table.head, mapping, decimalMark)
    const key = searchKey(one.order)
    const before = one.lines.length > 0 ? merged.get(key) : undefined
    const first = before === undefined ? undefined : wanted[before]
    if (before !== undefined && first !== undefined && key !== '') {
      wanted[before] = mergeRows(first, one)
    } else {
      if (one.lines.length > 0) merged.set(key, wanted.length)
      wanted.push(one)
    }
  }
  return wanted
}

function wantedRow(
  { line: fileLine, cells }: FileRow,
  head: readonly string[],
  mapping: ColumnMapping,
  decimalMark: string,
): WantedRow {
  const findings: RowFinding[] = []
  const read = <T>(column: BatchColumn, reader: (cell: string) => Read<T>): T | null => {
    const position = mapping[column]
    if (position === undefined) return null
    const value = reader(cells[position] ?? '')
    if (value.ok) return value.value
    findings.push({ code: 'unreadable', column: head[position] ?? null, text: value.text })
    return null
  }
  const readAs = (column: BatchColumn, shape: CellShape) =>
    read(column, (cell) => readText(cell, shape))
  if (cells.length > head.length && cells.slice(head.length).some((cell) => cell.trim() !== '')) {
    // An amount with a comma that is not quoted moves what follows into the next columns.
    const text = cells.join(' | ').slice(0, LIMITS.batch.cellLength)
    findings.push({ code: 'unreadable', column: null, text })
  }
  const order = readAs('order', 'order') ?? ''
  const sku = readAs('sku', 'text')
  const line = readAs('line', 'text')
  const quantityMicros = read('quantity', readQuantity)
  const amount = readAs('amount', 'text')
  const isByLine = sku !== null || line !== null
  const lines: readonly WantedLine[] = isByLine
    ? [{ fileLine, sku, line, quantityMicros, amount }]
    : []
  return {
    fileLines: [fileLine],
    order,
    transactionId: null,
    lines,
    amount: isByLine ? null : amount,
    amountHead: mapping.amount === undefined ? null : (head[mapping.amount] ?? null),
    amountMinor: null,
    currency: readAs('currency', 'currency'),
    decimalMark,
    reference: readAs('reference', 'reference'),
    tracking: readAs('tracking', 'text'),
    invoiceNumber: readAs('invoiceNumber', 'text'),
    invoiceUrl: readAs('invoiceUrl', 'url'),
    findings,
  }
}

/** Two rows of one order; what only the second one says is added. */
function mergeRows(first: WantedRow, second: WantedRow): WantedRow {
  return {
    ...first,
    fileLines: [...first.fileLines, ...second.fileLines],
    lines: [...first.lines, ...second.lines],
    currency: first.currency ?? second.currency,
    reference: first.reference ?? second.reference,
    tracking: first.tracking ?? second.tracking,
    invoiceNumber: first.invoiceNumber ?? second.invoiceNumber,
    invoiceUrl: first.invoiceUrl ?? second.invoiceUrl,
    findings: [...first.findings, ...second.findings],
  }
}

/** The mark before decimals that the amounts of a file show; else the one that its delimiter leaves. */
function decimalMarkOf({ rows, delimiter }: FileTable, { amount }: ColumnMapping): string {
  const counts = { ',': 0, '.': 0 }
  for (const { cells } of rows) {
    const mark = amount === undefined ? null : /[.,](?=\d{1,2}\D*$)/.exec(cells[amount] ?? '')
    if (mark?.[0] === ',') counts[','] += 1
    if (mark?.[0] === '.') counts['.'] += 1
  }
  if (counts[','] !== counts['.']) return counts[','] > counts['.'] ? ',' : '.'
  return delimiter === ',' ? '.' : ','
}
