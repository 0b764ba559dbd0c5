import type { Pending } from './changes'
import type { Ordered } from './ordered-list'
import type { Transaction } from './transaction'

/** A transaction with what the ledger knows about it besides. */
export interface Entry extends Ordered {
  transaction: Transaction
  readonly pending: Map<string, Pending>
  /** What reads show instead until that time, while a fault makes them lag. */
  lag: { readonly untilMs: number; readonly transaction: Transaction } | null
  /** Lower-case text that `search` looks in; made when first needed. */
  searchText: string | null
  /** True once something happened to it after it was put into the ledger. */
  touched: boolean
}

/** A new entry for a transaction. */
export function newEntry(transaction: Transaction): Entry {
  return {
    id: transaction.id,
    createdAtMs: Date.parse(transaction.created_at),
    transaction,
    pending: new Map(),
    lag: null,
    searchText: null,
    touched: false,
  }
}

/** The transaction as a read shows it now. */
export function visibleTransaction(entry: Entry, nowMs: number): Transaction {
  return entry.lag && nowMs < entry.lag.untilMs ? entry.lag.transaction : entry.transaction
}
