import { shareBetween } from '@/lib/domain/money/share'
import type { LineChoice } from '@/lib/domain/operation/inputs'
import type { OperationLine } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'

/** The part of one order line that can still be moved, and the whole that it belongs to. */
export interface LineLeft {
  readonly item: OrderItem
  /** The source of the line's pieces: the order for a capture, the captures for a refund. */
  readonly base: LineProgress
  readonly moved: LineProgress
  readonly leftQuantityMicros: number
  readonly leftAmountMinor: number
}

/**
 * The part of each line that can be captured. Null where it cannot be told by line: an earlier
 * capture named no lines, or the lines don't add up to the authorized amount (a part of an order
 * can be paid otherwise) or to the captured amount of the payment.
 */
export function linesToCapture(
  items: readonly OrderItemProgress[],
  { authorizedMinor, capturedMinor }: Totals,
): readonly LineLeft[] | null {
  const left = leftOf(items, ({ item, captured }) => [wholeLine(item), captured])
  return left !== null && addsUp(left, authorizedMinor, capturedMinor) ? left : null
}

/** The part of each line that can be refunded: the captured part less the refunded part. */
export function linesToRefund(
  items: readonly OrderItemProgress[],
  { capturedMinor, refundedMinor }: Totals,
): readonly LineLeft[] | null {
  const left = leftOf(items, ({ captured, refunded }) => [captured, refunded])
  return left !== null && addsUp(left, capturedMinor, refundedMinor) ? left : null
}

function addsUp(left: readonly LineLeft[], baseMinor: number, movedMinor: number): boolean {
  const sumOf = (part: 'base' | 'moved') =>
    left.reduce((sum, line) => sum + line[part].amountMinor, 0)
  return left.length > 0 && sumOf('base') === baseMinor && sumOf('moved') === movedMinor
}

/**
 * Turns choices into lines with exact amounts. The last piece of a line carries what rounding left
 * over, so a line taken in parts always adds up to the line. Fails, naming the line, for unknown or
 * repeated lines and for more than is left.
 */
export function selectLines(
  left: readonly LineLeft[],
  choices: readonly LineChoice[],
): Result<{ readonly lines: readonly OperationLine[]; readonly amountMinor: number }> {
  const byId = new Map(left.map((line) => [line.item.lineId, line]))
  const lines: OperationLine[] = []
  for (const choice of choices) {
    const line = byId.get(choice.lineId)
    if (line === undefined) return failure('unknown_line', { field: choice.lineId })
    if (lines.some((taken) => taken.lineId === choice.lineId)) {
      return problemOf('repeated_line', line.item)
    }
    const selected = selectLine(line, choice)
    if (!selected.ok) return selected
    lines.push(selected.value)
  }
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0)
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    return failure('amount_not_positive')
  }
  return success({ lines, amountMinor })
}

/** Picks everything that is left of every line. */
export function everythingLeft(left: readonly LineLeft[]): readonly LineChoice[] {
  return left
    .filter((line) => line.leftAmountMinor !== 0 || line.leftQuantityMicros > 0)
    .map((line) => ({
      lineId: line.item.lineId,
      quantityMicros: line.leftQuantityMicros,
      amountMinor: null,
    }))
}

/** The amount that belongs to a quantity of what is left of a line. */
export function amountOfQuantity(line: LineLeft, quantityMicros: number): number {
  if (quantityMicros === line.leftQuantityMicros) return line.leftAmountMinor
  const { base, moved } = line
  const share = shareBetween(
    base.amountMinor,
    base.quantityMicros,
    moved.quantityMicros,
    moved.quantityMicros + quantityMicros,
  )
  return withinLeft(share, line.leftAmountMinor)
}

function selectLine(line: LineLeft, choice: LineChoice): Result<OperationLine> {
  const { item, moved } = line
  const { quantityMicros } = choice
  if (!Number.isSafeInteger(quantityMicros) || quantityMicros < 0) {
    return problemOf('quantity_invalid', item)
  }
  if (quantityMicros > line.leftQuantityMicros) {
    return problemOf('quantity_exceeds_left', item)
  }
  const amountMinor = choice.amountMinor ?? amountOfQuantity(line, quantityMicros)
  if (
    !Number.isSafeInteger(amountMinor) ||
    withinLeft(amountMinor, line.leftAmountMinor) !== amountMinor
  ) {
    return problemOf('line_amount_exceeds_left', item)
  }
  if (amountMinor === 0 && quantityMicros === 0) {
    return problemOf('nothing_picked', item)
  }
  return success({
    lineId: item.lineId,
    quantityMicros,
    amountMinor,
    vatAmountMinor: vatOf(item, moved.amountMinor, amountMinor),
  })
}

type LineProblem =
  | 'repeated_line'
  | 'quantity_invalid'
  | 'quantity_exceeds_left'
  | 'line_amount_exceeds_left'
  | 'nothing_picked'

function problemOf(code: LineProblem, { description, lineId }: OrderItem): Result<never> {
  return failure(code, { values: { description }, field: lineId })
}

/** The line's own VAT, shared out along its amount so that the parts add up to it. */
function vatOf(item: OrderItem, movedMinor: number, amountMinor: number): number | null {
  const vatMinor = item.vatAmountMinor ?? vatInside(item)
  if (vatMinor === null || item.amountMinor === 0) return null
  const whole = Math.abs(item.amountMinor)
  const from = Math.min(Math.abs(movedMinor), whole)
  const to = Math.min(from + Math.abs(amountMinor), whole)
  return shareBetween(vatMinor, whole, from, to)
}

/** The VAT inside a line's amount by its rate, where the provider gave the rate alone. */
function vatInside(item: OrderItem): number | null {
  const rate = item.vatBasisPoints
  return rate === null ? null : shareBetween(item.amountMinor, 10_000 + rate, 0, rate)
}

/** The amount, no further from zero than what is left, and on its side of zero. */
function withinLeft(amountMinor: number, leftMinor: number): number {
  return leftMinor >= 0
    ? Math.min(Math.max(amountMinor, 0), leftMinor)
    : Math.max(Math.min(amountMinor, 0), leftMinor)
}

function wholeLine(item: OrderItem): LineProgress | null {
  if (item.quantityMicros === null) return null
  return { quantityMicros: item.quantityMicros, amountMinor: item.amountMinor }
}

function leftOf(
  items: readonly OrderItemProgress[],
  split: (line: OrderItemProgress) => readonly [LineProgress | null, LineProgress | null],
): readonly LineLeft[] | null {
  const lines: LineLeft[] = []
  for (const progress of items) {
    const [base, moved] = split(progress)
    if (base === null || moved === null) return null
    const line = {
      item: progress.item,
      base,
      moved,
      leftQuantityMicros: base.quantityMicros - moved.quantityMicros,
      leftAmountMinor: base.amountMinor - moved.amountMinor,
    }
    if (line.leftQuantityMicros < 0) return null
    if (line.leftAmountMinor * base.amountMinor < 0) return null
    lines.push(line)
  }
  return lines
}
