import type { Totals } from '@/lib/domain/transaction'
import { formatMoney } from '@/lib/format/money'
import { predictCapture } from './capture-prediction'
import { MoneyBar } from './money-bar'
import { MoneyLegend } from './money-legend'

interface Props {
  readonly totals: Totals
  readonly currency: string
  readonly amountMinor: number
}

/** The payment as it will be: in one sentence, and as the bar. */
export function CaptureAfter({ totals, currency, amountMinor }: Props) {
  const after = predictCapture(totals, amountMinor)
  const held =
    after.heldMinor === 0
      ? 'nothing stays held'
      : `${formatMoney(after.heldMinor, currency)} stays held`
  return (
    <div>
      <p className="text-ink-faint mb-1.5 text-xs font-medium">Afterwards</p>
      <MoneyBar totals={after.totals} currency={currency} moving={null} />
      <div className="mt-2">
        <MoneyLegend totals={after.totals} currency={currency} />
      </div>
      <p className="text-ink-soft mt-3">
        This leaves the order{' '}
        <strong className="text-ink font-semibold">
          {after.heldMinor === 0 ? 'captured' : 'partly captured'}
        </strong>
        ; {held}.
      </p>
    </div>
  )
}
