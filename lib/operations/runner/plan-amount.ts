import type { AmountChoice } from '@/lib/domain/operation/inputs'
import type { OperationLine } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { MethodRules } from '@/lib/domain/provider/method-rules'
import { everythingLeft, selectLines } from '@/lib/domain/rules/line-selection'
import type { LineLeft } from '@/lib/domain/rules/lines-left'

export interface PlannedAmount {
  readonly amountMinor: number
  readonly lines: readonly OperationLine[]
}

/**
 * The amount of a choice. The sum that the person saw is binding: lines that add up to anything
 * else, or an "everything" that has changed meanwhile, start nothing. `left` is null where the
 * lines of the payment are not known; then the choice is by amount.
 */
export function planAmount(
  choice: AmountChoice,
  leftMinor: number,
  left: readonly LineLeft[] | null,
  rules: MethodRules,
): Result<PlannedAmount> {
  if (choice.mode === 'all') return planEverything(choice.amountMinor, leftMinor, left, rules)
  if (choice.mode === 'amount') {
    return rules.linesRequired
      ? failure('lines_required')
      : success({ amountMinor: choice.amountMinor, lines: [] })
  }
  if (left === null) return failure('lines_unknown')
  const selected = selectLines(left, choice.lines)
  if (!selected.ok) return selected
  if (selected.value.amountMinor !== choice.amountMinor) {
    return failure('lines_differ_from_amount')
  }
  if (rules.lines === 'whole_lines' && !takesWholeLines(left, selected.value.lines)) {
    return failure('whole_lines_only')
  }
  return selected
}

function planEverything(
  amountMinor: number,
  leftMinor: number,
  left: readonly LineLeft[] | null,
  rules: MethodRules,
): Result<PlannedAmount> {
  if (amountMinor !== leftMinor) return failure('stale_page')
  const isCertain = left !== null && left.every((line) => line.isCertain)
  const selected = isCertain ? selectLines(left, everythingLeft(left)) : null
  if (selected?.ok === true && selected.value.amountMinor === amountMinor) return selected
  return rules.linesRequired && !rules.wholeWithoutLines
    ? failure('lines_required_unknown')
    : success({ amountMinor, lines: [] })
}

function takesWholeLines(left: readonly LineLeft[], lines: readonly OperationLine[]): boolean {
  return lines.every((line) => {
    const whole = left.find(({ item }) => item.lineId === line.lineId)
    return whole?.item.amountMinor === line.amountMinor
  })
}
