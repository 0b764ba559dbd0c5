import { LIMITS } from '@/lib/config/limits'
import type {
  FoundTransaction,
  FoundTransactions,
  TransactionListPage,
  TransactionListRow,
} from '@/lib/domain/view/transaction-view'

/** The first page of a list, reduced to the fields that the palette shows. */
export function foundTransactions({ rows, searchedUntil }: TransactionListPage): FoundTransactions {
  return {
    rows: rows.slice(0, LIMITS.search.paletteRows).map(found),
    isWhole: searchedUntil === null,
  }
}

function found(row: TransactionListRow): FoundTransaction {
  const { id, orderReference, customerName, status, amountMinor, currency } = row
  return { id, orderReference, customerName, status, amountMinor, currency }
}
