import type { DinteroState } from '../state'
import { totalsOf, type Totals } from '../money/totals'
import type { EventName, Status } from '../transaction'

/** Totals and money events of one transaction. Amounts in minor units. */
export interface TransactionTotals extends Totals {
  readonly id: string
  readonly accountId: string
  readonly currency: string
  readonly status: Status
  readonly merchantReference: string
  readonly pending: number
  /** Failed events. */
  readonly failures: number
  /** Money events in order, with the caller's reference. */
  readonly operations: readonly {
    /** As reads show it. */
    readonly id: string
    readonly event: EventName
    readonly success: boolean
    readonly amount: number | null
    readonly reference: string | null
    readonly createdBy: string | null
  }[]
}

const MONEY_EVENTS: readonly EventName[] = ['CAPTURE', 'REFUND', 'VOID']

/** Totals of all transactions, or of one account's, or only of changed ones. */
export function listTotals(
  state: DinteroState,
  query: { readonly accountId?: string | undefined; readonly touched: boolean },
): TransactionTotals[] {
  const found: TransactionTotals[] = []
  for (const { transaction, touched, pending } of state.entries.values()) {
    if (query.touched && !touched) continue
    if (query.accountId !== undefined && query.accountId !== transaction.account_id) continue
    const operations = transaction.events.filter((event) => MONEY_EVENTS.includes(event.event))
    found.push({
      id: transaction.id,
      accountId: transaction.account_id,
      currency: transaction.currency,
      status: transaction.status,
      merchantReference: transaction.merchant_reference,
      ...totalsOf(transaction),
      pending: pending.size,
      failures: transaction.events.filter((event) => !event.success).length,
      operations: operations.map((event) => ({
        id: event.id,
        event: event.event,
        success: event.success,
        amount: event.amount ?? null,
        reference: event.event_reference ?? null,
        createdBy: event.created_by ?? null,
      })),
    })
  }
  return found
}
