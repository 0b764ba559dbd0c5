import {
  parsePercent,
  parseQuantity,
  readAmount,
} from '@/components/transactions/operate/amount/amount-text'
import type { OperableTransaction } from '@/components/transactions/operate/operations'
import { hasWholePieces } from '@/lib/domain/money/quantity'
import type { ItemChange, NewItem, OperationEntries } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { changeableOrder, changeOrder, newItemAmounts } from '@/lib/domain/rules/order-change'
import type { Formats } from '@/lib/format/formats'
import type { I18n } from '@/lib/i18n/i18n'

/** A new line as typed. */
export interface NewItemEntry {
  readonly key: number
  readonly description: string
  readonly quantityText: string
  readonly priceText: string
  readonly vatText: string
}

export type NewItemField = 'description' | 'quantity' | 'price' | 'vat'

export interface NewItemReading {
  /** Null while something is missing or wrong. */
  readonly item: NewItem | null
  /** Net, VAT and total, as soon as the figures are there. */
  readonly amounts: ReturnType<typeof newItemAmounts> | null
  readonly problems: Readonly<Partial<Record<NewItemField, string>>>
}

const MOST_VAT = 10_000

/** True while all its fields are untouched. */
export function isBlank({ description, priceText }: NewItemEntry): boolean {
  return description.trim() === '' && priceText.trim() === ''
}

/** The total of a typed line, or the error of each of its fields. */
export function readNewItem(
  entry: NewItemEntry,
  priceIncludesVat: boolean,
  currency: string,
  i18n: I18n,
): NewItemReading {
  const { t, formats } = i18n
  const { decimalMark } = formats
  const quantityMicros = parseQuantity(entry.quantityText, decimalMark) ?? 0
  const price = readAmount(entry.priceText, currency, i18n)
  const vatBasisPoints = parsePercent(entry.vatText, decimalMark)
  const vatIsRight = vatBasisPoints !== null && vatBasisPoints <= MOST_VAT
  const problems: Partial<Record<NewItemField, string>> = {
    ...(entry.description.trim() === '' && { description: t('orderChange.problems.description') }),
    ...(quantityMicros === 0 && { quantity: t('orderChange.problems.quantity') }),
    ...(!price.ok && { price: price.problem }),
    ...(!vatIsRight && { vat: t('orderChange.problems.vat') }),
  }
  if (quantityMicros === 0 || !price.ok || !vatIsRight)
    return { item: null, amounts: null, problems }
  const item = {
    description: entry.description.trim(),
    unitPriceMinor: price.amountMinor,
    quantityMicros,
    vatBasisPoints,
    priceIncludesVat,
  }
  const isComplete = Object.keys(problems).length === 0
  return { item: isComplete ? item : null, amounts: newItemAmounts(item), problems }
}

/** A change of the order as typed. */
export interface OrderEntry {
  readonly additions: readonly NewItemEntry[]
  /** New quantities of lines that are there already, by line id. */
  readonly quantities: Readonly<Record<string, string>>
  readonly pricesIncludeVat: boolean
  readonly note: string
}

export interface ReadOrder {
  readonly entry: OperationEntries['update_authorization']
  /** The order's lines as they would be. */
  readonly items: readonly OrderItem[]
}

type Order = Pick<OperableTransaction, 'items' | 'currency' | 'totals'>

/** The total of a changed order, computed as the server does it; or the first error. */
export function readOrder(
  entry: OrderEntry,
  order: Order,
  maxMinor: number,
  i18n: I18n,
): Result<ReadOrder> {
  const changes = readChanges(entry, order, i18n.formats)
  if (changes === null) return failure('quantity_unreadable')
  const begun = entry.additions.filter((addition) => !isBlank(addition))
  const additions = begun.flatMap((addition) => {
    const { item } = readNewItem(addition, entry.pricesIncludeVat, order.currency, i18n)
    return item === null ? [] : [item]
  })
  if (additions.length < begun.length) return failure('item_incomplete')
  if (additions.length === 0 && changes.length === 0) return failure('nothing_changed')
  const wasWhole = hasWholePieces(order.items.map(({ item }) => item))
  if (wasWhole && !hasWholePieces(changes)) return failure('whole_pieces_only')
  const changed = changeOrder(changeableOrder(order.items, order.totals), additions, changes)
  if (!changed.ok) return changed
  const { amountMinor, items } = changed.value
  if (amountMinor < order.totals.capturedMinor + order.totals.releasedMinor) {
    return failure('below_captured')
  }
  if (amountMinor > maxMinor) return failure('amount_too_large')
  const reason = entry.note.trim() || null
  return success({ entry: { additions, changes, amountMinor, reason }, items })
}

function readChanges(
  { quantities }: OrderEntry,
  order: Order,
  { decimalMark }: Formats,
): readonly ItemChange[] | null {
  const changes: ItemChange[] = []
  for (const { item } of order.items) {
    const text = quantities[item.lineId]
    if (text === undefined) continue
    const quantityMicros = parseQuantity(text, decimalMark)
    if (quantityMicros === null) return null
    if (quantityMicros !== item.quantityMicros)
      changes.push({ lineId: item.lineId, quantityMicros })
  }
  return changes
}

/** The VAT in these lines; null while that of one is not known. */
export function vatOf(items: readonly OrderItem[]): number | null {
  return items.reduce<number | null>(
    (sum, { vatAmountMinor }) =>
      sum === null || vatAmountMinor === null ? null : sum + vatAmountMinor,
    0,
  )
}

/** The VAT rates that the order uses, the most common first. */
export function ratesOf(items: Order['items']): readonly number[] {
  const counts = new Map<number, number>()
  for (const { item } of items) {
    if (item.vatBasisPoints === null) continue
    counts.set(item.vatBasisPoints, (counts.get(item.vatBasisPoints) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([rate]) => rate)
}
