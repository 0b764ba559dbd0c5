import { parseQuantity } from '@/components/transactions/operate/amount/amount-text'
import { itemName, stepQuantity } from '@/components/transactions/operate/amount/line-picks'
import { Stepper } from '@/components/ui/stepper'
import { hasWholePieces, isWholePieces } from '@/lib/domain/money/quantity'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import type { OrderItemProgress } from '@/lib/domain/view/transaction-view'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly items: readonly OrderItemProgress[]
  readonly currency: string
  readonly quantities: Readonly<Record<string, string>>
  /** The lines as they would be; null while something is wrong. */
  readonly after: readonly OrderItem[] | null
  readonly onChange: (quantities: Readonly<Record<string, string>>) => void
}

/** The lines that are there already: more of them, fewer, or none where nothing is captured. */
export function ExistingLines({ items, currency, quantities, after, onChange }: Props) {
  const { t, formats } = useI18n()
  const wholePieces = hasWholePieces(items.map(({ item }) => item))
  return (
    <details className="border-line rounded-control group border">
      <summary className="text-ink-soft hover:text-ink rounded-control cursor-pointer px-3 py-2.5 font-medium">
        {t('orderChange.existing')}
      </summary>
      <ul className="max-h-[60dvh] overflow-y-auto overscroll-contain">
        {items.map((progress) => (
          <ExistingLine
            key={progress.item.lineId}
            progress={progress}
            wholePieces={wholePieces}
            text={
              quantities[progress.item.lineId] ?? formats.quantity(progress.item.quantityMicros)
            }
            amount={formats.money(amountAfter(progress.item, after), currency)}
            onText={(text) => onChange({ ...quantities, [progress.item.lineId]: text })}
          />
        ))}
      </ul>
    </details>
  )
}

interface LineProps {
  readonly progress: OrderItemProgress
  /** The order has no fractions of a piece, and gets none. */
  readonly wholePieces: boolean
  readonly text: string
  readonly amount: string
  readonly onText: (text: string) => void
}

const MOST_MICROS = 999_000_000_000

function ExistingLine({ progress, wholePieces, text, amount, onText }: LineProps) {
  const { item, captured } = progress
  const i18n = useI18n()
  const { t, formats } = i18n
  const least = captured?.quantityMicros ?? null
  const divisible = least !== null && item.quantityMicros !== null && item.quantityMicros > 0
  const isWholeCaptured = divisible && least >= item.quantityMicros
  const quantity = parseQuantity(text, formats.decimalMark)
  const changed = quantity !== item.quantityMicros
  const isSplit = wholePieces && quantity !== null && !isWholePieces(quantity)
  const note = isSplit ? t('orderChange.wholePieces') : noteOf(item, least, quantity, i18n)
  return (
    <li className="border-line grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-t px-3 py-2.5 sm:grid-cols-[1fr_auto_7rem]">
      <span className="min-w-0">
        <span className="block font-medium text-pretty">
          <bdi>{item.description}</bdi>
        </span>
        {item.sku && (
          <span className="text-ink-soft block text-xs">
            <bdi>{item.sku}</bdi>
          </span>
        )}
        <span className="text-ink-soft block text-xs">
          {isWholeCaptured ? t('orderChange.wholeCaptured') : changed && note}
        </span>
      </span>
      {divisible && !isWholeCaptured ? (
        <span className="max-sm:col-start-1 max-sm:row-start-2">
          <Stepper
            label={t('orderChange.newQuantity', { item: itemName(item) })}
            text={text}
            onText={onText}
            onStep={(step) =>
              onText(
                stepQuantity(text, step, formats, { mostMicros: MOST_MICROS, leastMicros: least }),
              )
            }
            canLess={quantity !== null && quantity > least}
            canMore
            invalid={quantity === null || quantity < least || isSplit}
          />
        </span>
      ) : (
        <span className="text-ink-faint max-sm:hidden">
          {formats.quantity(item.quantityMicros)} ×
        </span>
      )}
      <span className="text-right font-medium whitespace-nowrap sm:col-start-3">{amount}</span>
    </li>
  )
}

function noteOf(
  item: OrderItem,
  least: number | null,
  quantity: number | null,
  { t, formats }: I18n,
): string {
  if (quantity === null) return t('orderChange.unreadable')
  if (least !== null && quantity < least) {
    return t('orderChange.partCaptured', { quantity: formats.quantity(least) })
  }
  if (quantity === 0) return t('orderChange.takenOut')
  return t('orderChange.ordered', { quantity: formats.quantity(item.quantityMicros) })
}

function amountAfter(item: OrderItem, after: readonly OrderItem[] | null): number {
  if (after === null) return item.amountMinor
  return after.find(({ lineId }) => lineId === item.lineId)?.amountMinor ?? 0
}
