import { Amount } from '@/components/transactions/shared/amount'
import { cn } from '@/components/ui/cn'
import { Cell, Row } from '@/components/ui/table'
import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { RestOfOrder, UntiedAmounts } from '@/lib/domain/rules/item-progress'
import type { OrderItemProgress } from '@/lib/domain/view/transaction-view'
import { readable } from '@/lib/format/methods'
import type { Texts, I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly progress: OrderItemProgress
  readonly currency: string
  readonly rest: RestOfOrder
}

/** An order line; on a phone the same cells make a card. */
export function OrderItemRow({ progress, currency, rest }: Props) {
  const { item, captured, refunded } = progress
  const i18n = useI18n('payment')
  const { t } = i18n
  const left = captured === null ? null : leftOf(item, captured)
  return (
    <Row className="border-line border-t align-top first:border-t-0 max-md:grid max-md:grid-cols-3 max-md:gap-x-4 max-md:gap-y-2 max-md:px-5 max-md:py-3.5">
      <Cell className="pl-5 max-md:col-span-2 max-md:p-0">
        <span className="text-ink block font-medium text-pretty">
          <bdi>{item.description}</bdi>
        </span>
        <span className="text-ink-faint block text-xs">{itemFacts(item, currency, i18n)}</span>
      </Cell>
      <Cell numeric className="max-md:p-0">
        <Amount amountMinor={item.amountMinor} currency={currency} />
        <span className="text-ink-faint mr-8 block text-xs">
          {orderedText(item, currency, i18n)}
        </span>
      </Cell>
      <Part name={t('items.captured')} part={captured} currency={currency} />
      <Part name={t('items.refunded')} part={refunded} currency={currency} />
      <LeftPart part={left} currency={currency} rest={rest} />
    </Row>
  )
}

/** An amount of a line with its quantity, which is null or zero when it is not reported. */
interface LinePart {
  readonly quantityMicros: number | null
  readonly amountMinor: number
}

interface PartProps {
  readonly name: string
  readonly part: LinePart | null
  readonly currency: string
  readonly className?: string
}

function Part({ name, part, currency, className }: PartProps) {
  const { t, formats } = useI18n('payment')
  return (
    <Cell numeric className={cn(className, 'max-md:p-0 max-md:text-left max-md:text-xs')}>
      <span className="text-ink-faint block md:sr-only">{name} </span>
      {part === null ? (
        <span className="text-ink-faint mr-8 text-xs max-md:mr-0">{t('items.notByLine')}</span>
      ) : (
        <Amount amountMinor={part.amountMinor} currency={currency} />
      )}
      {part?.quantityMicros != null && part.quantityMicros > 0 && (
        <span className="text-ink-faint mr-8 block text-xs max-md:hidden">
          {t('items.quantity', { quantity: formats.quantity(part.quantityMicros) })}
        </span>
      )}
    </Cell>
  )
}

interface LeftPartProps {
  readonly part: LinePart | null
  readonly currency: string
  readonly rest: RestOfOrder
}

/** What is left to capture; a word or a dash where nothing of it can be captured any more. */
function LeftPart({ part, currency, rest }: LeftPartProps) {
  const { t } = useI18n('payment')
  const isGone = rest !== 'held' && part !== null && part.amountMinor !== 0
  if (!isGone) {
    return <Part name={t('items.left')} part={part} currency={currency} className="pr-5" />
  }
  return (
    <Cell numeric className="pr-5 max-md:p-0 max-md:text-left max-md:text-xs">
      <span className="text-ink-faint block md:sr-only">{t('items.left')} </span>
      <span className="text-ink-soft mr-8 text-xs max-md:mr-0">
        {rest === 'released' ? t('items.released') : '–'}
      </span>
    </Cell>
  )
}

/** The amounts that belong to no line, as a line of their own below the others. */
export function UntiedRow({ untied, currency, rest }: UntiedRowProps) {
  const { t } = useI18n('payment')
  const { capturedMinor, refundedMinor } = untied
  const part = (amountMinor: number) => ({ amountMinor, quantityMicros: null })
  return (
    <Row className="border-line border-t align-top max-md:grid max-md:grid-cols-3 max-md:gap-x-4 max-md:gap-y-2 max-md:px-5 max-md:py-3.5">
      <Cell className="pl-5 max-md:col-span-3 max-md:p-0">
        <span className="text-ink block font-medium text-pretty">{t('items.untied')}</span>
        <span className="text-ink-faint block text-xs text-pretty">{t('items.untiedNote')}</span>
      </Cell>
      <Cell className="max-md:hidden" />
      <Part name={t('items.captured')} part={part(capturedMinor)} currency={currency} />
      <Part name={t('items.refunded')} part={part(refundedMinor)} currency={currency} />
      <LeftPart part={part(-capturedMinor)} currency={currency} rest={rest} />
    </Row>
  )
}

interface UntiedRowProps {
  readonly untied: UntiedAmounts
  readonly currency: string
  readonly rest: RestOfOrder
}

function leftOf(item: OrderItem, captured: LinePart): LinePart {
  const quantityMicros =
    item.quantityMicros === null
      ? null
      : captured.quantityMicros === null
        ? null
        : Math.max(0, item.quantityMicros - captured.quantityMicros)
  return { amountMinor: item.amountMinor - captured.amountMinor, quantityMicros }
}

/** "3 × NOK 219.90"; the price of one only where it is exact. */
function orderedText(
  item: OrderItem,
  currency: string,
  { t, formats }: I18n<'payment'>,
): string | null {
  if (item.quantityMicros === null) return null
  const quantity = formats.quantity(item.quantityMicros)
  const priceMinor = unitPriceMinor(item)
  return priceMinor === null
    ? t('items.quantity', { quantity })
    : t('items.quantityAndPrice', { quantity, price: formats.money(priceMinor, currency) })
}

/** "Shipping · SKU-1 · 25% VAT · discount NOK 100.00" */
function itemFacts(
  { kind, sku, vatBasisPoints, grossAmountMinor, amountMinor }: OrderItem,
  currency: string,
  { t, formats }: I18n<'payment'>,
): string {
  const discountMinor = (grossAmountMinor ?? amountMinor) - amountMinor
  const facts = [
    kind === 'physical' ? null : kindText(kind, t),
    sku,
    vatBasisPoints === null ? null : t('items.vat', { rate: formats.vat(vatBasisPoints) }),
    discountMinor > 0 ? t('items.discount', { sum: formats.money(discountMinor, currency) }) : null,
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}

const KINDS = ['digital', 'gift_card', 'service', 'shipping', 'surcharge'] as const

function kindText(kind: string, t: Texts<'payment'>): string {
  const known = KINDS.find((candidate) => candidate === kind)
  return known === undefined ? readable(kind) : t(`items.kinds.${known}`)
}

/**
 * The price of one piece in minor units; null for a single piece, parts of pieces, and prices that
 * are not exact.
 */
export function unitPriceMinor(
  item: Pick<OrderItem, 'amountMinor' | 'quantityMicros'>,
): number | null {
  if (item.quantityMicros === null || item.quantityMicros % QUANTITY_SCALE !== 0) return null
  const pieces = item.quantityMicros / QUANTITY_SCALE
  if (pieces < 2 || item.amountMinor % pieces !== 0) return null
  return item.amountMinor / pieces
}
