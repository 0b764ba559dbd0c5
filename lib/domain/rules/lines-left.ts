import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import { shareBetween } from '@/lib/domain/money/share'
import { heldMinor, refundableMinor, type Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { untiedAmounts } from './item-progress'

/** Pieces of a line and their amount, both known. */
export interface LinePart {
  readonly quantityMicros: number
  readonly amountMinor: number
}

/** The part of one order line that can still be moved, and the whole that it belongs to. */
export interface LineLeft {
  readonly item: OrderItem
  /** The source of the line's pieces: the order for a capture, the captures for a refund. */
  readonly base: LinePart
  /** The part that is known to have been moved. */
  readonly moved: LinePart
  readonly leftQuantityMicros: number
  readonly leftAmountMinor: number
  /**
   * False where an amount that names no line may have been of this line: then this is the most that
   * can be left of it, within what is left of the payment.
   */
  readonly isCertain: boolean
}

/**
 * The part of each line that can be captured. Null where lines say nothing: there are none, two
 * share an id, a quantity is not known, or they don't add up to the authorized amount (a part of an
 * order can be paid otherwise).
 */
export function linesToCapture(
  items: readonly OrderItemProgress[],
  totals: Totals,
): readonly LineLeft[] | null {
  const lines = knownLines(items)
  if (lines === null || sumOf(lines, ({ whole }) => whole) !== totals.authorizedMinor) return null
  const isTied = untiedAmounts(items, totals).capturedMinor === 0
  const left = lines.map(({ item, whole, captured }) =>
    rest({ item, base: whole, moved: captured, isCertain: isTied }),
  )
  return withinPayment(left, heldMinor(totals))
}

/**
 * The part of each line that can be refunded: the captured part less the refunded part. An amount
 * captured without lines may have been of any line, up to what was ordered of it. Null where lines
 * say nothing.
 */
export function linesToRefund(
  items: readonly OrderItemProgress[],
  totals: Totals,
): readonly LineLeft[] | null {
  const lines = knownLines(items)
  if (lines === null) return null
  const untied = untiedAmounts(items, totals)
  const isCertain = untied.capturedMinor === 0 && untied.refundedMinor === 0
  const given = sumOf(lines, ({ whole, captured }) => ({
    amountMinor: whole.amountMinor < 0 ? Math.max(0, captured.amountMinor - whole.amountMinor) : 0,
  }))
  const left = lines.map(({ item, whole, captured, refunded }) => {
    const uncapturedMinor = whole.amountMinor - captured.amountMinor
    const isOpen = uncapturedMinor * whole.amountMinor > 0 && untied.capturedMinor > 0
    if (!isOpen) return rest({ item, base: captured, moved: refunded, isCertain })
    const line = rest({ item, base: whole, moved: refunded, isCertain: false })
    const possibleMinor = Math.min(uncapturedMinor, untied.capturedMinor + given)
    return withinAmount(line, captured.amountMinor + possibleMinor - refunded.amountMinor)
  })
  return withinPayment(left, refundableMinor(totals))
}

interface KnownLine {
  readonly item: OrderItem
  readonly whole: LinePart
  readonly captured: LineProgress
  readonly refunded: LineProgress
}

function knownLines(items: readonly OrderItemProgress[]): readonly KnownLine[] | null {
  const lines: KnownLine[] = []
  for (const { item, captured, refunded } of items) {
    const { quantityMicros, amountMinor } = item
    if (quantityMicros === null || captured === null || refunded === null) return null
    lines.push({ item, whole: { quantityMicros, amountMinor }, captured, refunded })
  }
  return lines.length > 0 ? lines : null
}

interface Split {
  readonly item: OrderItem
  readonly base: LineProgress
  readonly moved: LineProgress
  readonly isCertain: boolean
}

/** The base less what was moved; an amount that moved without its pieces leaves them all. */
function rest({ item, base, moved, isCertain }: Split): LineLeft {
  const hasQuantities = base.quantityMicros !== null && moved.quantityMicros !== null
  const all = partOf(base, item.quantityMicros ?? 0)
  const gone = partOf(moved, 0)
  const leftQuantityMicros = all.quantityMicros - gone.quantityMicros
  const leftAmountMinor = all.amountMinor - gone.amountMinor
  // More was moved than there is, or a line turned from giving to taking: nothing is left of it.
  const isOver = leftQuantityMicros < 0 || leftAmountMinor * all.amountMinor < 0
  return {
    item,
    base: all,
    moved: gone,
    leftQuantityMicros: isOver ? 0 : leftQuantityMicros,
    leftAmountMinor: isOver ? 0 : leftAmountMinor,
    isCertain: isCertain && hasQuantities && !isOver,
  }
}

function partOf({ quantityMicros, amountMinor }: LineProgress, usualMicros: number): LinePart {
  return { quantityMicros: quantityMicros ?? usualMicros, amountMinor }
}

/**
 * The lines, none of them with more than is left of the payment; lines that give (gift cards) make
 * room for others. Certain is the rest of each line only where they add up to that of the payment.
 */
function withinPayment(lines: readonly LineLeft[], leftMinor: number): readonly LineLeft[] {
  const leftOf = ({ leftAmountMinor }: LineLeft) => ({ amountMinor: leftAmountMinor })
  const isWhole = lines.every(({ isCertain }) => isCertain) && sumOf(lines, leftOf) === leftMinor
  if (isWhole) return lines
  const given = sumOf(lines, (line) => ({ amountMinor: Math.max(0, -line.leftAmountMinor) }))
  return lines.map((line) => {
    const { item, base, moved, leftQuantityMicros, leftAmountMinor } = withinAmount(
      line,
      leftMinor + given,
    )
    return { item, base, moved, leftQuantityMicros, leftAmountMinor, isCertain: false }
  })
}

/** The line with as many pieces as their price allows within an amount: whole ones where it has such. */
function withinAmount(line: LineLeft, mostMinor: number): LineLeft {
  const { base, moved, leftAmountMinor, leftQuantityMicros } = line
  if (leftAmountMinor <= mostMinor) return line
  const isWhole = base.quantityMicros % QUANTITY_SCALE === 0
  const unit = isWhole && moved.quantityMicros % QUANTITY_SCALE === 0 ? QUANTITY_SCALE : 1
  const priceOf = (units: number) => {
    const { quantityMicros: from } = moved
    return shareBetween(base.amountMinor, base.quantityMicros, from, from + units * unit)
  }
  let units = 0
  for (let above = Math.floor(leftQuantityMicros / unit) + 1; above - units > 1;) {
    const middle = Math.floor((units + above) / 2)
    if (priceOf(middle) <= mostMinor) units = middle
    else above = middle
  }
  return {
    item: line.item,
    base,
    moved,
    leftQuantityMicros: units * unit,
    leftAmountMinor: units === 0 ? 0 : priceOf(units),
    isCertain: line.isCertain,
  }
}

function sumOf<T>(lines: readonly T[], part: (line: T) => { readonly amountMinor: number }) {
  return lines.reduce((sum, line) => sum + part(line).amountMinor, 0)
}
