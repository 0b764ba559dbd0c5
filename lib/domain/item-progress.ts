import type { OrderItemProgress, LineProgress } from './transaction-view'
import type { EventKind, OrderItem, TransactionEvent } from './transaction-snapshot'

/**
 * What became of each order line. Where a capture or refund was made by amount alone, nobody can
 * say which lines it covered: the figures of that kind are then null for every line.
 */
export function itemProgress(
  items: readonly OrderItem[],
  events: readonly TransactionEvent[],
): OrderItemProgress[] {
  const captured = movedByLine(items, events, 'capture')
  const refunded = movedByLine(items, events, 'refund')
  return items.map((item) => ({
    item,
    captured: captured?.get(item.lineId) ?? (captured === null ? null : NOTHING),
    refunded: refunded?.get(item.lineId) ?? (refunded === null ? null : NOTHING),
  }))
}

const NOTHING: LineProgress = { quantityMicros: 0, amountMinor: 0 }

function movedByLine(
  items: readonly OrderItem[],
  events: readonly TransactionEvent[],
  kind: EventKind,
): ReadonlyMap<string, LineProgress> | null {
  const lineIds = new Set(items.map((item) => item.lineId))
  if (lineIds.size !== items.length) return null
  const moved = new Map<string, LineProgress>()
  for (const event of events) {
    if (event.kind !== kind || event.state !== 'succeeded') continue
    const sum = event.lines.reduce((total, line) => total + line.amountMinor, 0)
    if (sum !== event.amountMinor) return null
    for (const line of event.lines) {
      if (!lineIds.has(line.lineId)) return null
      const before = moved.get(line.lineId) ?? NOTHING
      moved.set(line.lineId, {
        quantityMicros: before.quantityMicros + (line.quantityMicros ?? 0),
        amountMinor: before.amountMinor + line.amountMinor,
      })
    }
  }
  return moved
}
