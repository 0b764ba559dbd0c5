import type { Pending } from './changes'
import type { Ordered } from './ordered-list'
import type { Transaction } from './transaction'

/** A transaction with the ledger's own data about it. */
export interface Entry extends Ordered {
  transaction: Transaction
  readonly pending: Map<string, Pending>
  /** The transaction that reads show until that time, during a lag fault. */
  lag: { readonly untilMs: number; readonly transaction: Transaction } | null
  /** Lower-case text for `search`; made when first needed. */
  searchText: string | null
  /** True after a change since its creation. */
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
