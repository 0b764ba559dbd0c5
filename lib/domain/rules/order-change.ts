import { proportion, shareBetween } from '@/lib/domain/money/share'
import type { ItemChange, NewItem } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { Totals } from '@/lib/domain/payment/transaction'
import { NO_LINE_ID, type OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { untiedAmounts } from './item-progress'
import type { LinePart } from './lines-left'

/** The order as it would be, complete: what providers want to see of an update. */
export interface ChangedOrder {
  readonly items: readonly OrderItem[]
  readonly amountMinor: number
}

const ONE_PIECE = 1_000_000
const NOTHING: LinePart = { quantityMicros: 0, amountMinor: 0 }
const WHOLE_BASIS_POINTS = 10_000
const MAX_LINES = 1_000
const MAX_DESCRIPTION = 255

/** Amounts of a new line, VAT included, excluded, and the VAT itself; they always add up. */
export function newItemAmounts(item: NewItem): {
  readonly amountMinor: number
  readonly netMinor: number
  readonly vatMinor: number
} {
  const priced = shareBetween(item.unitPriceMinor, ONE_PIECE, 0, item.quantityMicros)
  if (item.priceIncludesVat) {
    const vatMinor = shareBetween(
      priced,
      WHOLE_BASIS_POINTS + item.vatBasisPoints,
      0,
      item.vatBasisPoints,
    )
    return { amountMinor: priced, netMinor: priced - vatMinor, vatMinor }
  }
  const vatMinor = shareBetween(priced, WHOLE_BASIS_POINTS, 0, item.vatBasisPoints)
  return { amountMinor: priced + vatMinor, netMinor: priced, vatMinor }
}

/**
 * The order as it may be changed. Where a part of the payment was captured without naming lines, it
 * may be of any line that is not wholly captured: what is captured of such a line is then unknown,
 * and the line stays as it is.
 */
export function changeableOrder(
  order: readonly OrderItemProgress[],
  totals: Totals,
): readonly OrderItemProgress[] {
  if (untiedAmounts(order, totals).capturedMinor <= 0) return order
  return order.map((line) => {
    const isWhole = line.captured?.amountMinor === line.item.amountMinor
    return isWhole ? line : { item: line.item, captured: null, refunded: line.refunded }
  })
}

/**
 * The complete order after additions and changes. Lines of which something is captured keep at
 * least that; others may shrink or go. Fails with the first thing that is wrong, naming its line.
 */
export function changeOrder(
  order: readonly OrderItemProgress[],
  additions: readonly NewItem[],
  changes: readonly ItemChange[],
): Result<ChangedOrder> {
  // The whole order is sent, and a line without an id could not be named in it.
  if (order.some(({ item }) => item.lineId === NO_LINE_ID)) return failure('lines_unknown')
  const remaining = changedLines(order, changes)
  if (!remaining.ok) return remaining
  const lineIds = new Set(order.map(({ item }) => item.lineId))
  const added: OrderItem[] = []
  for (const [index, addition] of additions.entries()) {
    const problem = problemWith(addition, `additions.${index}`)
    if (problem !== null) return problem
    const lineId = unusedLineId(lineIds)
    lineIds.add(lineId)
    added.push(itemOf(addition, lineId))
  }
  const items = [...remaining.value, ...added]
  if (items.length > MAX_LINES) {
    return failure('too_many_lines', { values: { max: MAX_LINES } })
  }
  const amountMinor = items.reduce((sum, item) => sum + item.amountMinor, 0)
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    return failure('amount_not_positive')
  }
  return success({ items, amountMinor })
}

function changedLines(
  order: readonly OrderItemProgress[],
  changes: readonly ItemChange[],
): Result<readonly OrderItem[]> {
  const byId = new Map<string, number>()
  for (const { lineId, quantityMicros } of changes) {
    if (byId.has(lineId)) return repeatedLine(order, lineId)
    byId.set(lineId, quantityMicros)
  }
  const unknown = changes.find(({ lineId }) => !order.some(({ item }) => item.lineId === lineId))
  if (unknown !== undefined) {
    return failure('unknown_line', { field: unknown.lineId })
  }
  const items: OrderItem[] = []
  for (const { item, captured } of order) {
    const quantityMicros = byId.get(item.lineId)
    const about = { values: { description: item.description }, field: item.lineId }
    if (quantityMicros === undefined) {
      items.push(item)
      continue
    }
    const taken = captured && partOf(captured)
    if (item.quantityMicros === null || taken === null || item.quantityMicros === 0) {
      return failure('line_indivisible', about)
    }
    if (!Number.isSafeInteger(quantityMicros) || quantityMicros < taken.quantityMicros) {
      return failure('quantity_below_captured', about)
    }
    const changed = scaled(item, taken, item.quantityMicros, quantityMicros)
    const amountMinor = quantityMicros === 0 ? 0 : changed.amountMinor
    if (Math.abs(amountMinor) < Math.abs(taken.amountMinor)) {
      return failure('quantity_below_captured', about)
    }
    if (quantityMicros > 0) items.push(changed)
  }
  return success(items)
}

function partOf({ quantityMicros, amountMinor }: LineProgress): LinePart | null {
  return quantityMicros === null ? null : { quantityMicros, amountMinor }
}

function repeatedLine(order: readonly OrderItemProgress[], lineId: string): Result<never> {
  const description = order.find(({ item }) => item.lineId === lineId)?.item.description ?? lineId
  return failure('repeated_line', { values: { description }, field: lineId })
}

/**
 * The line with another quantity at the same price, discount and VAT rate. What is captured of it
 * stays as it was; the rest is scaled and never rounded up, so that changing a line back and forth
 * makes no money.
 */
function scaled(item: OrderItem, captured: LinePart, before: number, after: number): OrderItem {
  const scale = (amountMinor: number): number => proportion(amountMinor, before, after)
  const remaining = captured.quantityMicros < before ? captured : NOTHING
  const rest = proportion(
    item.amountMinor - remaining.amountMinor,
    before - remaining.quantityMicros,
    after - remaining.quantityMicros,
  )
  const amountMinor = remaining.amountMinor + rest
  const { vatAmountMinor: vat, grossAmountMinor: gross } = item
  return {
    ...item,
    quantityMicros: after,
    amountMinor,
    vatAmountMinor: vat === null ? null : scale(vat),
    grossAmountMinor: gross === null ? null : amountMinor + scale(gross - item.amountMinor),
  }
}

function problemWith(item: NewItem, field: string): Result<never> | null {
  const description = item.description.trim()
  if (description === '') return failure('item_without_description', { field })
  if (description.length > MAX_DESCRIPTION) {
    return failure('item_description_too_long', { values: { max: MAX_DESCRIPTION }, field })
  }
  if (!Number.isSafeInteger(item.quantityMicros) || item.quantityMicros <= 0) {
    return failure('item_quantity_invalid', { field })
  }
  if (!Number.isSafeInteger(item.unitPriceMinor) || item.unitPriceMinor <= 0) {
    return failure('item_price_invalid', { field })
  }
  const rate = item.vatBasisPoints
  if (!Number.isSafeInteger(rate) || rate < 0 || rate > WHOLE_BASIS_POINTS) {
    return failure('item_vat_invalid', { field })
  }
  const { amountMinor } = newItemAmounts(item)
  const isAmount = Number.isSafeInteger(amountMinor) && amountMinor > 0
  return isAmount ? null : failure('item_amount_too_large', { field })
}

function unusedLineId(taken: ReadonlySet<string>): string {
  for (let number = taken.size + 1; ; number += 1) {
    const lineId = `added-${number}`
    if (!taken.has(lineId)) return lineId
  }
}

function itemOf(addition: NewItem, lineId: string): OrderItem {
  const { amountMinor, vatMinor } = newItemAmounts(addition)
  return {
    lineId,
    sku: null,
    description: addition.description.trim(),
    quantityMicros: addition.quantityMicros,
    amountMinor,
    vatAmountMinor: vatMinor,
    vatBasisPoints: addition.vatBasisPoints,
    kind: 'physical',
    grossAmountMinor: null,
  }
}
