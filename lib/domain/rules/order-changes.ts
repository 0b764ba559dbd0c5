import type { OrderLineChange } from '@/lib/domain/operation/operation'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'

type Line = Pick<OrderItem, 'lineId' | 'description' | 'quantityMicros' | 'amountMinor'>

/**
 * The lines by which two orders differ: first those that were added, then those that were changed
 * or removed, each in the order of its lines. Lines that share an id are compared in their order.
 */
export function orderChanges(
  before: readonly Line[],
  after: readonly Line[],
): readonly OrderLineChange[] {
  const added = [...after]
  const changed = before.map((line) => {
    const at = added.findIndex(({ lineId }) => lineId === line.lineId)
    const [now] = at < 0 ? [] : added.splice(at, 1)
    return changeOf(line, now ?? { ...line, quantityMicros: 0, amountMinor: 0 })
  })
  const fromNothing = added.map((line) =>
    changeOf({ ...line, quantityMicros: 0, amountMinor: 0 }, line),
  )
  return [...fromNothing, ...changed].filter((change) => change !== null)
}

/** Null where quantity and amount are as they were. */
function changeOf(before: Line, after: Line): OrderLineChange | null {
  const isSameQuantity = before.quantityMicros === after.quantityMicros
  const amountMinor = after.amountMinor - before.amountMinor
  if (isSameQuantity && amountMinor === 0) return null
  return {
    description: after.description,
    quantityMicros: isSameQuantity ? 0 : difference(before.quantityMicros, after.quantityMicros),
    amountMinor,
  }
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before
}
