import type { OrderLineChange } from '@/lib/domain/operation/operation'
import type { EventLine, OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { Formats } from '@/lib/format/formats'

/** As many lines as are named; the rest is counted. */
const MOST_LINES = 5

const MINUS = '−'

/** The name of a line with what stands in front of it: a quantity, else an amount, or neither. */
export interface NamedLine {
  readonly name: string
  /** "2", "+1", "−0.5" */
  readonly quantity: string | null
  /** "+NOK 10.00" */
  readonly sum: string | null
}

/** The first lines of an operation by name, and the number of those that follow. */
export interface NamedLines {
  readonly named: readonly NamedLine[]
  readonly more: number
}

/**
 * "2 × Wool sweater, 1 × Cookbook". A line that the order has not is named by its id, as is the
 * quantity left out where it is not reported.
 */
export function describeLines(
  lines: readonly EventLine[],
  items: readonly { readonly item: Pick<OrderItem, 'lineId' | 'description'> }[],
  formats: Formats,
): NamedLines {
  return firstOf(lines, ({ lineId, quantityMicros }) => {
    const item = items.find((candidate) => candidate.item.lineId === lineId)?.item
    const quantity = quantityMicros === null ? null : formats.quantity(quantityMicros)
    return { name: item?.description ?? lineId, quantity, sum: null }
  })
}

/**
 * "+1 × Wool socks, −2 × Mug"; by its amount where the quantity stays as it is or is not known:
 * "+NOK 10.00 on Mug".
 */
export function describeOrderChanges(
  changes: readonly OrderLineChange[],
  currency: string,
  formats: Formats,
): NamedLines {
  return firstOf(changes, ({ description: name, quantityMicros, amountMinor }) => {
    if (quantityMicros === null || quantityMicros === 0) {
      const sum = signed(amountMinor, (size) => formats.money(size, currency))
      return { name, quantity: null, sum }
    }
    return { name, quantity: signed(quantityMicros, formats.quantity), sum: null }
  })
}

function firstOf<T>(lines: readonly T[], nameOf: (line: T) => NamedLine): NamedLines {
  const named = lines.slice(0, MOST_LINES).map(nameOf)
  return { named, more: lines.length - named.length }
}

function signed(value: number, format: (size: number) => string): string {
  return `${value < 0 ? MINUS : '+'}${format(Math.abs(value))}`
}
