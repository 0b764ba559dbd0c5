import type { OperationKind } from '@/lib/domain/operation/operation'
import type { Totals } from '@/lib/domain/payment/transaction'
import type {
  EventKind,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { isSinceSend, type UnreferencedOperation } from './attribution-by-totals'

/** The change that an operation leaves where our reference got lost. */
interface ExpectedChange {
  readonly total: keyof Totals
  /** Null where only the total shows it. */
  readonly event: EventKind | null
  /** Events that can move the total. */
  readonly movers: readonly EventKind[]
}

const CAPTURED: ExpectedChange = { total: 'capturedMinor', event: 'capture', movers: ['capture'] }
const TRACES: Readonly<Partial<Record<OperationKind, ExpectedChange>>> = {
  capture: CAPTURED,
  charge_again: CAPTURED,
  confirm_receipt: CAPTURED,
  refund: { total: 'refundedMinor', event: 'refund', movers: ['refund', 'chargeback'] },
  // A capture may release the rest: not every authorization can be captured in parts.
  void: { total: 'releasedMinor', event: 'void', movers: ['void', 'capture'] },
  update_authorization: { total: 'authorizedMinor', event: null, movers: [] },
}

/**
 * True when a payment has changed as if by an operation whose reference it does not show: by an
 * event of its kind and amount that belongs to no operation and is not older than the send, or by a
 * total that moved its way without an event. Where references are echoed as a rule, the change may
 * still be ours (I9).
 */
export function hasUnattributedChange(
  operation: UnreferencedOperation,
  { events, totals }: Pick<TransactionSnapshot, 'events' | 'totals'>,
): boolean {
  const expected = TRACES[operation.kind]
  if (expected === undefined) return false
  const news = events.slice(operation.baselineEventCount).filter(({ state }) => state !== 'failed')
  if (news.some((event) => event.kind === expected.event && mayBeOurs(operation, event)))
    return true
  const movedMinor = totals[expected.total] - operation.baselineTotals[expected.total]
  if (operation.kind === 'update_authorization') {
    return movedMinor !== 0 && totals.authorizedMinor === operation.amountMinor
  }
  return movedMinor > 0 && !news.some(({ kind }) => expected.movers.includes(kind))
}

function mayBeOurs(operation: UnreferencedOperation, event: TransactionEvent): boolean {
  const isOfItsAmount = operation.kind === 'void' || event.amountMinor === operation.amountMinor
  return event.operationId === null && isOfItsAmount && isSinceSend(operation, event)
}
