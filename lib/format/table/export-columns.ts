import { findContradiction, heldMinor } from '@/lib/domain/payment/transaction'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { decimalText } from '../money'
import { EMPTY_CELL, textCell, type Cell, type CellRow } from './cell'

/** The columns of the list as a file has them, in their order. */
export const TRANSACTION_COLUMNS = [
  'captureBy',
  'captureBySource',
  'order',
  'customer',
  'status',
  'openOperation',
  'provider',
  'method',
  'currency',
  'requested',
  'authorized',
  'captured',
  'refunded',
  'held',
  'created',
  'lines',
] as const
export type TransactionColumn = (typeof TRANSACTION_COLUMNS)[number]

/** The columns that the reader's language has words for. */
export type WordedCells = Readonly<
  Record<
    'captureBySource' | 'status' | 'openOperation' | 'provider' | 'method' | 'lines',
    string | null
  >
>

/** A row of the list as cells. */
export function transactionCells(row: TransactionListRow, words: WordedCells): CellRow {
  const { totals, currency, captureDeadline } = row
  const amount = (amountMinor: number): Cell => ({
    kind: 'amount',
    digits: decimalText(amountMinor, currency),
  })
  const cells: Readonly<Record<TransactionColumn, Cell>> = {
    captureBy: captureDeadline === null ? EMPTY_CELL : { kind: 'time', at: captureDeadline.at },
    captureBySource: textCell(words.captureBySource),
    order: textCell(row.orderReference),
    customer: textCell(row.customerName),
    status: textCell(words.status),
    openOperation: textCell(words.openOperation),
    provider: textCell(words.provider),
    method: textCell(words.method),
    currency: textCell(currency),
    requested: amount(row.amountMinor),
    authorized: amount(totals.authorizedMinor),
    captured: amount(totals.capturedMinor),
    refunded: amount(totals.refundedMinor),
    held: findContradiction(totals) === null ? amount(heldMinor(totals)) : EMPTY_CELL,
    created: { kind: 'time', at: row.createdAt },
    lines: textCell(words.lines),
  }
  return TRANSACTION_COLUMNS.map((column) => cells[column])
}
