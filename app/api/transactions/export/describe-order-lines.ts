import { LIMITS } from '@/lib/config/limits'
import { shareBetween } from '@/lib/domain/money/share'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { untiedAmounts } from '@/lib/domain/rules/item-progress'
import type { ExportRow, LineProgress, OrderItemProgress } from '@/lib/domain/view/transaction-view'
import type { I18n } from '@/lib/i18n/i18n'

const SEPARATOR = ', '

type Order = Pick<ExportRow, 'items' | 'totals' | 'currency'>

/**
 * The order in one cell: "2 × Wool sweater (1 captured), 1 × Mug". As many lines as a cell may
 * hold; the rest is counted. What was captured or refunded of no line that we know of stands at the
 * end. Null for an order without lines.
 */
export function describeOrderLines(order: Order, i18n: I18n): string | null {
  const { items } = order
  if (items.length === 0) return null
  const texts = items.map((line) => lineText(line, order.currency, i18n))
  const fitting = countFitting(texts)
  const lines = texts.slice(0, fitting).join(SEPARATOR)
  const count = texts.length - fitting
  const named = count === 0 ? lines : i18n.t('list.orderLines.more', { lines, count })
  const untied = untiedText(order, i18n)
  return untied === null ? named : [named, untied].join(SEPARATOR)
}

/** At least one: its name alone is never longer than a cell may be. */
function countFitting(texts: readonly string[]): number {
  let characters = 0
  const beyond = texts.findIndex((text, position) => {
    characters += text.length + SEPARATOR.length
    return position > 0 && characters > LIMITS.export.lineCharacters
  })
  return beyond < 0 ? texts.length : beyond
}

function lineText(line: OrderItemProgress, currency: string, i18n: I18n): string {
  const { item, captured, refunded } = line
  const { t, formats } = i18n
  const name = shortened(item.description)
  const text =
    item.quantityMicros === null ? name : `${formats.quantity(item.quantityMicros)} × ${name}`
  const moved = movedTexts(
    partText(item, captured, currency, i18n),
    partText(item, refunded, currency, i18n),
    t,
  )
  return moved === null ? text : `${text} (${moved})`
}

/**
 * A moved part of a line by its quantity; by its amount where that is not the quantity's share of
 * the line, as after a correction of the price. Null where nothing moved, or it is not known.
 */
function partText(
  item: OrderItem,
  part: LineProgress | null,
  currency: string,
  { formats }: I18n,
): string | null {
  if (part === null) return null
  const { quantityMicros: pieces, amountMinor } = part
  const { quantityMicros: whole } = item
  if (pieces !== null && pieces > 0 && whole !== null && whole > 0) {
    const isShare = amountMinor === shareBetween(item.amountMinor, whole, 0, pieces)
    if (isShare) return formats.quantity(pieces)
  }
  return amountMinor === 0 ? null : formats.money(amountMinor, currency)
}

function untiedText({ items, totals, currency }: Order, { t, formats }: I18n): string | null {
  const { capturedMinor, refundedMinor } = untiedAmounts(items, totals)
  const sum = (amountMinor: number) =>
    amountMinor === 0 ? null : formats.money(amountMinor, currency)
  const parts = movedTexts(sum(capturedMinor), sum(refundedMinor), t)
  return parts === null ? null : t('list.orderLines.untied', { parts })
}

function movedTexts(captured: string | null, refunded: string | null, t: I18n['t']): string | null {
  const texts = [
    captured === null ? null : t('list.orderLines.captured', { part: captured }),
    refunded === null ? null : t('list.orderLines.refunded', { part: refunded }),
  ].filter((text) => text !== null)
  return texts.length === 0 ? null : texts.join(SEPARATOR)
}

/** Whole characters only, so that none is left in halves. */
function shortened(name: string): string {
  const most = LIMITS.export.lineCharacters
  return name.length <= most ? name : `${Array.from(name.slice(0, most)).slice(0, -1).join('')}…`
}
