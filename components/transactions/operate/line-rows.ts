import { amountOfQuantity, type LineLeft } from '@/lib/domain/line-selection'
import { formatMoney } from '@/lib/format/money'
import { formatQuantity } from '@/lib/format/quantity'
import type { AmountKind, AmountModes } from './amount-modes'

const LOCKED: Readonly<Record<AmountKind, string>> = {
  capture: 'Captured',
  refund: 'Refunded',
}

/** Why a line can't be picked, in a few words; null when it can. */
export function lineLock(
  line: LineLeft,
  { kind, wholeLines }: Pick<AmountModes, 'kind' | 'wholeLines'>,
): string | null {
  const { base, item, leftAmountMinor, leftQuantityMicros } = line
  if (kind === 'refund' && base.quantityMicros === 0 && base.amountMinor === 0) {
    return 'Not captured'
  }
  if (leftQuantityMicros === 0 && leftAmountMinor === 0) return LOCKED[kind]
  return wholeLines && leftAmountMinor !== item.amountMinor
    ? 'Only whole lines, and a part is gone'
    : null
}

/** "1 already refunded" */
export function movedNote({ moved }: LineLeft, kind: AmountKind, currency: string): string | null {
  const done = kind === 'capture' ? 'captured' : 'refunded'
  if (moved.quantityMicros > 0) return `${formatQuantity(moved.quantityMicros)} already ${done}`
  return moved.amountMinor === 0
    ? null
    : `${formatMoney(moved.amountMinor, currency)} already ${done}`
}

/**
 * Says when a line does not divide evenly, so that the sum of its pieces surprises nobody: the
 * pieces taken last carry what rounding left over.
 */
export function roundingNote(
  line: LineLeft,
  quantityMicros: number,
  currency: string,
): string | null {
  const { base, moved, leftQuantityMicros } = line
  if (quantityMicros === 0 || base.quantityMicros === 0) return null
  if (quantityMicros === base.quantityMicros) return null
  const exact = BigInt(base.amountMinor) * BigInt(quantityMicros)
  if (exact % BigInt(base.quantityMicros) === 0n) return null
  const whole = formatMoney(base.amountMinor, currency)
  const amount = formatMoney(amountOfQuantity(line, quantityMicros), currency)
  const isLast = quantityMicros === leftQuantityMicros && moved.quantityMicros > 0
  return isLast
    ? `${amount} with the rounding, so that the line adds up to ${whole}.`
    : `Rounded to ${amount}; the last piece carries the rest of ${whole}.`
}
