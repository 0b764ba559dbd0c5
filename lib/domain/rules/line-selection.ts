import { shareBetween } from '@/lib/domain/money/share'
import type { LineChoice } from '@/lib/domain/operation/inputs'
import type { OperationLine } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { LineLeft } from './lines-left'

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
