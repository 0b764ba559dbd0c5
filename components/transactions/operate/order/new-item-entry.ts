import { readAmount } from '@/components/transactions/operate/amount/amount-text'
import { parsePercent, parseQuantity } from '@/components/transactions/operate/amount/parse-decimal'
import type { NewItem } from '@/lib/domain/operation/inputs'
import { newItemAmounts } from '@/lib/domain/rules/order-change'
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

/** True while nobody has begun with it. */
export function isBlank({ description, priceText }: NewItemEntry): boolean {
  return description.trim() === '' && priceText.trim() === ''
}

/** What a typed line comes to, or what is wrong with each of its fields. */
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
