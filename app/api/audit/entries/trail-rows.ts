import { LIMITS } from '@/lib/config/limits'
import type { TrailEntry } from '@/lib/domain/audit/trail'
import { decimalText } from '@/lib/format/money'
import { EMPTY_CELL, textCell, type Cell, type CellRow } from '@/lib/format/table/cell'
import { describeAction, describeActorRole, describeSubject } from '@/lib/i18n/describe-trail'
import type { I18n } from '@/lib/i18n/i18n'

const COLUMNS = [
  'at',
  'actor',
  'role',
  'action',
  'about',
  'amount',
  'currency',
  'reason',
  'address',
  'operation',
  'detail',
  'chain',
  'sequence',
] as const
type Column = (typeof COLUMNS)[number]

/** Entries in the reader's words: the headings, then the entries as they are read. */
export async function* trailRows(
  pages: AsyncIterable<readonly TrailEntry[]>,
  i18n: I18n,
): AsyncGenerator<readonly CellRow[], void> {
  yield [COLUMNS.map((column) => textCell(i18n.t(`trail.columns.${column}`)))]
  for await (const entries of pages) yield entries.map((entry) => cellsOf(entry, i18n))
}

function cellsOf(entry: TrailEntry, { t }: I18n): CellRow {
  const { operation } = entry
  const cells: Readonly<Record<Column, Cell>> = {
    at: { kind: 'time', at: new Date(entry.at) },
    actor: textCell(entry.actorName),
    role: textCell(describeActorRole(entry, t)),
    action: textCell(describeAction(entry, t)),
    about: textCell(describeSubject(entry, t)),
    amount:
      operation === null
        ? EMPTY_CELL
        : { kind: 'amount', digits: decimalText(operation.amountMinor, operation.currency) },
    currency: textCell(operation?.currency ?? null),
    reason: textCell(entry.reason),
    address: textCell(entry.address),
    operation: textCell(entry.operationId),
    detail: textCell(JSON.stringify(entry.detail).slice(0, LIMITS.export.lineCharacters)),
    chain: textCell(entry.streamId),
    sequence: textCell(String(entry.sequence)),
  }
  return COLUMNS.map((column) => cells[column])
}
