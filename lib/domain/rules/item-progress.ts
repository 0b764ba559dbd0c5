import type {
  EventKind,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import type { OrderItemProgress, LineProgress } from '@/lib/domain/view/transaction-view'

/**
 * The captured and refunded part of each order line. Where a capture or refund was made by amount
 * alone, its lines are unknown: the figures of that kind are then null for every line. Where a part
 * of one line was moved by an amount without a quantity, the figures of that line are null.
 */
export function itemProgress(
  items: readonly OrderItem[],
  events: readonly TransactionEvent[],
): OrderItemProgress[] {
  const captured = movedByLine(items, events, 'capture')
  const refunded = movedByLine(items, events, 'refund')
  return items.map((item) => ({
    item,
    captured: captured && progressOf(item, captured.get(item.lineId) ?? NOTHING),
    refunded: refunded && progressOf(item, refunded.get(item.lineId) ?? NOTHING),
  }))
}

/** The part of a line that was moved; the quantity is null where an event named an amount alone. */
interface Moved {
  readonly quantityMicros: number | null
  readonly amountMinor: number
}

const NOTHING: Moved = { quantityMicros: 0, amountMinor: 0 }

function progressOf(item: OrderItem, { quantityMicros, amountMinor }: Moved): LineProgress | null {
  if (quantityMicros !== null) return { quantityMicros, amountMinor }
  if (item.quantityMicros === null) return { quantityMicros: 0, amountMinor }
  const isWhole = amountMinor === item.amountMinor
  return isWhole ? { quantityMicros: item.quantityMicros, amountMinor } : null
}

function movedByLine(
  items: readonly OrderItem[],
  events: readonly TransactionEvent[],
  kind: EventKind,
): ReadonlyMap<string, Moved> | null {
  const lineIds = new Set(items.map((item) => item.lineId))
  if (lineIds.size !== items.length) return null
  const moved = new Map<string, Moved>()
  for (const event of events) {
    if (event.kind !== kind || event.state !== 'succeeded') continue
    const sum = event.lines.reduce((total, line) => total + line.amountMinor, 0)
    if (sum !== event.amountMinor) return null
    for (const line of event.lines) {
      if (!lineIds.has(line.lineId)) return null
      const before = moved.get(line.lineId) ?? NOTHING
      moved.set(line.lineId, {
        quantityMicros: sumOf(before.quantityMicros, line.quantityMicros),
        amountMinor: before.amountMinor + line.amountMinor,
      })
    }
  }
  return moved
}

function sumOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}
