import { amountOfQuantity, type LineLeft } from '@/lib/domain/rules/line-selection'
import type { I18n } from '@/lib/i18n/i18n'
import type { AmountKind, AmountModes } from './amount-modes'

/** Why a line can't be picked: all of it is done, none of it came so far, or only a part is left. */
type LineLock = 'captured' | 'refunded' | 'notCaptured' | 'partGone'

const DONE = { capture: 'captured', refund: 'refunded' } as const

/** Why a line can't be picked; null when it can. */
export function lineLock(
  line: LineLeft,
  { kind, wholeLines }: Pick<AmountModes, 'kind' | 'wholeLines'>,
): LineLock | null {
  const { base, item, leftAmountMinor, leftQuantityMicros } = line
  if (kind === 'refund' && base.quantityMicros === 0 && base.amountMinor === 0) {
    return 'notCaptured'
  }
  if (leftQuantityMicros === 0 && leftAmountMinor === 0) return DONE[kind]
  return wholeLines && leftAmountMinor !== item.amountMinor ? 'partGone' : null
}

/** "1 already refunded" */
export function movedNote(
  { moved }: LineLeft,
  kind: AmountKind,
  currency: string,
  { t, formats }: I18n,
): string | null {
  if (moved.quantityMicros === 0 && moved.amountMinor === 0) return null
  const text =
    moved.quantityMicros > 0
      ? formats.quantity(moved.quantityMicros)
      : formats.money(moved.amountMinor, currency)
  return t(`amounts.lines.moved.${kind}`, { moved: text })
}

/**
 * Says when a line does not divide evenly, so that the sum of its pieces surprises nobody: the
 * pieces taken last carry what rounding left over.
 */
export function roundingNote(
  line: LineLeft,
  quantityMicros: number,
  currency: string,
  { t, formats }: I18n,
): string | null {
  const { base, moved, leftQuantityMicros } = line
  if (quantityMicros === 0 || base.quantityMicros === 0) return null
  if (quantityMicros === base.quantityMicros) return null
  const exact = BigInt(base.amountMinor) * BigInt(quantityMicros)
  if (exact % BigInt(base.quantityMicros) === 0n) return null
  const whole = formats.money(base.amountMinor, currency)
  const amount = formats.money(amountOfQuantity(line, quantityMicros), currency)
  const isLast = quantityMicros === leftQuantityMicros && moved.quantityMicros > 0
  return t(isLast ? 'amounts.lines.roundedLast' : 'amounts.lines.rounded', { amount, whole })
}
