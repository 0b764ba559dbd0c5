import { searchKey } from '@/lib/domain/listing/search-key'
import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { amountOfQuantity } from '@/lib/domain/rules/line-selection'
import type { LineLeft } from '@/lib/domain/rules/lines-left'
import type { Formats } from '@/lib/format/formats'
import type { I18n } from '@/lib/i18n/i18n'
import type { AmountKind, AmountModes } from './amount-modes'
import { parseQuantity } from './amount-text'

/** Typed quantities by line id; a line that is not there is not picked. */
export type Quantities = Readonly<Record<string, string>>

/** Everything that is left of every line that is not locked. */
export function pickAll(modes: AmountModes, formats: Formats): Quantities {
  const open = (modes.left ?? []).filter((line) => lineLock(line, modes) === null)
  return Object.fromEntries(open.map((line) => [line.item.lineId, everythingOf(line, formats)]))
}

/** A line picked whole, or taken out. */
export function withLine(
  quantities: Quantities,
  line: LineLeft,
  picked: boolean,
  formats: Formats,
): Quantities {
  return withText(quantities, line, picked ? everythingOf(line, formats) : '')
}

export function withText(quantities: Quantities, line: LineLeft, text: string): Quantities {
  const rest = Object.entries(quantities).filter(([lineId]) => lineId !== line.item.lineId)
  return Object.fromEntries(text === '' ? rest : [...rest, [line.item.lineId, text]])
}

/** One piece more or less, within the rest; an unreadable quantity counts as nothing picked. */
export function stepQuantity(
  text: string,
  step: 1 | -1,
  formats: Formats,
  { mostMicros, leastMicros = 0 }: { readonly mostMicros: number; readonly leastMicros?: number },
): string {
  const quantity = parseQuantity(text, formats.decimalMark) ?? 0
  const next = Math.min(Math.max(quantity + step * QUANTITY_SCALE, leastMicros), mostMicros)
  return formats.quantity(next)
}

/** A line by its description and article number: sizes of one article are named alike. */
export function itemName({ description, sku }: Pick<OrderItem, 'description' | 'sku'>): string {
  return sku === null || sku === '' || sku === description ? description : `${description}, ${sku}`
}

/** The lines whose description, article number or id holds a text, whatever its case. */
export function linesWith(lines: readonly LineLeft[], text: string): readonly LineLeft[] {
  const wanted = searchKey(text)
  return lines.filter(({ item: { description, sku, lineId } }) =>
    [description, sku ?? '', lineId].some((one) => searchKey(one).includes(wanted)),
  )
}

export type PickState = 'none' | 'some' | 'all'

/** The picked part of a line. */
export function pickState(
  line: LineLeft,
  text: string | undefined,
  { decimalMark }: Formats,
): PickState {
  if (text === undefined) return 'none'
  const quantity = parseQuantity(text, decimalMark)
  if (quantity === line.leftQuantityMicros) return 'all'
  return quantity === null || quantity === 0 ? 'none' : 'some'
}

/** The picked part of all lines together. */
export function pickStateOfAll(
  modes: AmountModes,
  quantities: Quantities,
  formats: Formats,
): PickState {
  const states = (modes.left ?? [])
    .filter((line) => lineLock(line, modes) === null)
    .map((line) => pickState(line, quantities[line.item.lineId], formats))
  if (states.every((state) => state === 'all')) return 'all'
  return states.every((state) => state === 'none') ? 'none' : 'some'
}

function everythingOf(line: LineLeft, formats: Formats): string {
  return formats.quantity(line.leftQuantityMicros)
}

/**
 * The reason that a line can't be picked: all of it is done, none of it is captured yet, only a part
 * is left, or it costs more than is left of the payment.
 */
type LineLock = 'captured' | 'refunded' | 'notCaptured' | 'partGone' | 'aboveLeft'

const DONE = { capture: 'captured', refund: 'refunded' } as const

/** The reason that a line can't be picked; null when it can. */
export function lineLock(
  line: LineLeft,
  { kind, wholeLines }: Pick<AmountModes, 'kind' | 'wholeLines'>,
): LineLock | null {
  const { base, item, moved, leftAmountMinor, leftQuantityMicros } = line
  if (kind === 'refund' && base.quantityMicros === 0 && base.amountMinor === 0) {
    return 'notCaptured'
  }
  if (leftQuantityMicros === 0 && leftAmountMinor === 0) {
    return base.amountMinor > moved.amountMinor ? 'aboveLeft' : DONE[kind]
  }
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
 * A note for a line that does not divide evenly, so that the sum of its pieces is explained: the
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
