import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { methodOf } from '@/components/transactions/shared/method'
import { hasWholePieces } from '@/lib/domain/money/quantity'
import { refundableMinor } from '@/lib/domain/payment/transaction'
import { untiedAmounts } from '@/lib/domain/rules/item-progress'
import { linesToCapture, linesToRefund, type LineLeft } from '@/lib/domain/rules/lines-left'
import { methodRules } from '@/lib/domain/rules/find-method-rules'
import type { Texts } from '@/lib/i18n/i18n'

export type AmountMode = 'all' | 'lines' | 'amount'

/** The operations whose amount can be taken from lines: captures and refunds. */
export type AmountKind = 'capture' | 'refund'

/** The ways in which an amount can be picked. */
export interface AmountModes {
  readonly kind: AmountKind
  /** The most that can be taken. */
  readonly maxMinor: number
  /** The reason that a way is closed, in one sentence; null where it is open. */
  readonly closed: Readonly<Record<AmountMode, string | null>>
  /** The rest of each line; null where it is unknown. */
  readonly left: readonly LineLeft[] | null
  /**
   * The amount, in minor units, that was captured or refunded without naming lines of the order and
   * may be of any of them; 0 where each line is known.
   */
  readonly untiedMinor: number
  /** Lines can only be taken as they were ordered. */
  readonly wholeLines: boolean
  /** Nothing was ordered by weight or length, so that half a piece is a slip. */
  readonly wholePieces: boolean
}

type Facts = Pick<OperableTransaction, 'provider' | 'method' | 'items' | 'totals'>

const LEFT = { capture: linesToCapture, refund: linesToRefund } as const

export function amountModes(
  kind: AmountKind,
  transaction: Facts,
  maxMinor: number,
  t: Texts,
): AmountModes {
  const { provider, method, items, totals } = transaction
  const rules = methodRules(provider, method)
  const left = LEFT[kind](items, totals)
  const { name } = methodOf(method, t)
  const unknown =
    left === null ? t(`amounts.closed.${unknownLinesReason(kind, transaction)}`) : null
  const onlyWhole = kind === 'capture' && rules.capturesWholeOnly
  const inSteps = kind === 'refund' && rules.refundsOneCharge && maxMinor < refundableMinor(totals)
  const everythingByLine =
    left?.every(({ isCertain }) => isCertain) === true &&
    left.reduce((sum, line) => sum + line.leftAmountMinor, 0) === maxMinor
  return {
    kind,
    maxMinor,
    left,
    untiedMinor: untiedOf(kind, transaction),
    wholeLines: rules.lines === 'whole_lines',
    wholePieces: hasWholePieces(items.map(({ item }) => item)),
    closed: {
      all: inSteps
        ? t('amounts.closed.inSteps')
        : rules.linesRequired && !rules.wholeWithoutLines && !everythingByLine
          ? t('amounts.closed.allNeedsLines', { method: name })
          : null,
      lines: onlyWhole ? t('operationFailures.whole_capture_only') : unknown,
      amount: rules.linesRequired ? t('amounts.closed.amountNeedsLines', { method: name }) : null,
    },
  }
}

function untiedOf(kind: AmountKind, { items, totals }: Facts): number {
  const { capturedMinor, refundedMinor } = untiedAmounts(items, totals)
  return kind === 'refund' && refundedMinor !== 0 ? refundedMinor : capturedMinor
}

type UnknownLinesReason = 'noLines' | 'linesDifferFromHold' | 'unknown'

function unknownLinesReason(kind: AmountKind, { items, totals }: Facts): UnknownLinesReason {
  if (items.length === 0) return 'noLines'
  const ordered = items.reduce((sum, { item }) => sum + item.amountMinor, 0)
  return kind === 'capture' && ordered !== totals.authorizedMinor
    ? 'linesDifferFromHold'
    : 'unknown'
}
