import { heldMinor, type Totals } from '@/lib/domain/payment/transaction'
import {
  NO_LINE_ID,
  type EventKind,
  type OrderItem,
  type TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'

/**
 * The captured and refunded part of each order line, as far as events name it. An amount that names
 * no line of the order changes nothing here: `untiedAmounts` has it.
 */
export function itemProgress(
  items: readonly OrderItem[],
  events: readonly TransactionEvent[],
): OrderItemProgress[] {
  const captured = movedByLine(events, 'capture')
  const refunded = movedByLine(events, 'refund')
  return items.map((item) => {
    const isShared =
      item.lineId === NO_LINE_ID ||
      items.some((other) => other !== item && other.lineId === item.lineId)
    return {
      item,
      captured: isShared ? null : progressOf(item, captured.get(item.lineId) ?? NOTHING),
      refunded: isShared ? null : progressOf(item, refunded.get(item.lineId) ?? NOTHING),
    }
  })
}

/** Captured and refunded amounts of a payment that belong to no line that we know of. */
export interface UntiedAmounts {
  readonly capturedMinor: number
  readonly refundedMinor: number
}

/**
 * The part of a payment's totals that no line accounts for, in minor units: moved by amount alone,
 * or by lines that the order has not, which may be negative (a rounding line).
 */
export function untiedAmounts(
  items: readonly OrderItemProgress[],
  { capturedMinor, refundedMinor }: Pick<Totals, 'capturedMinor' | 'refundedMinor'>,
): UntiedAmounts {
  const sumOf = (part: 'captured' | 'refunded') =>
    items.reduce((sum, line) => sum + (line[part]?.amountMinor ?? 0), 0)
  return {
    capturedMinor: capturedMinor - sumOf('captured'),
    refundedMinor: refundedMinor - sumOf('refunded'),
  }
}

const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }

/** A line that was moved whole by its amount alone was moved with all its pieces. */
function progressOf(item: OrderItem, moved: LineProgress): LineProgress {
  if (moved.quantityMicros !== null || moved.amountMinor !== item.amountMinor) return moved
  return { quantityMicros: item.quantityMicros, amountMinor: item.amountMinor }
}

function movedByLine(
  events: readonly TransactionEvent[],
  kind: EventKind,
): ReadonlyMap<string, LineProgress> {
  const moved = new Map<string, LineProgress>()
  for (const event of events) {
    if (event.kind !== kind || event.state !== 'succeeded' || !isPartOfAmount(event)) continue
    for (const line of event.lines) {
      const before = moved.get(line.lineId) ?? NOTHING
      moved.set(line.lineId, {
        quantityMicros: sumOf(before.quantityMicros, line.quantityMicros),
        amountMinor: before.amountMinor + line.amountMinor,
      })
    }
  }
  return moved
}

/** False where an event's lines come to more than it moved: then they say nothing about it. */
function isPartOfAmount({ amountMinor, lines }: TransactionEvent): boolean {
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0)
  return amountMinor !== null && sum <= amountMinor
}

function sumOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}

/**
 * The state of what is not captured of the order: it can still be captured, was released, or was
 * never held (a failed payment) or is held no longer.
 */
export type RestOfOrder = 'held' | 'released' | 'none'

/** Nothing is left to capture where nothing is held: it was released, or was never there. */
export function restOfOrder(totals: Totals): RestOfOrder {
  if (heldMinor(totals) > 0) return 'held'
  return totals.releasedMinor > 0 ? 'released' : 'none'
}
