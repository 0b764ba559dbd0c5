import type { ReactNode } from 'react'
import type { OperationKind } from '@/lib/domain/operation'
import { formatDay } from '@/lib/format/dates'
import { STATUS_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import { MoneyBar } from '../money-bar'
import { MoneyLegend } from '../money-legend'
import type { OperableTransaction } from './operations'
import { predict } from './prediction'

interface Props {
  readonly kind: OperationKind
  readonly transaction: OperableTransaction
  /** Null while the entry comes to nothing: then it shows the payment as it is. */
  readonly amountMinor: number | null
  /** A sentence of its own behind the prediction. */
  readonly children?: ReactNode
}

/** The payment as it will be: as the bar, and in one sentence. */
export function DialogAfter({ kind, transaction, amountMinor, children }: Props) {
  const { totals, currency } = transaction
  const after = amountMinor === null ? null : predict(kind, totals, amountMinor)
  const shown = after?.totals ?? totals
  return (
    <div>
      <p className="text-ink-faint mb-1.5 text-xs font-medium">
        {after === null ? 'Now' : 'Afterwards'}
      </p>
      <MoneyBar totals={shown} currency={currency} moving={null} />
      <div className="mt-2">
        <MoneyLegend totals={shown} currency={currency} />
      </div>
      {after !== null && (
        <p className="text-ink-soft mt-3 text-pretty">
          {kind !== 'update_authorization' && (
            <>
              This leaves the order{' '}
              <strong className="text-ink font-semibold">
                {STATUS_LABELS[after.status].text.toLowerCase()}
              </strong>
              ; {heldText(after.heldMinor, transaction)}{' '}
            </>
          )}
          {children}
        </p>
      )}
    </div>
  )
}

function heldText(heldMinor: number, { currency, captureDeadline }: OperableTransaction): string {
  if (heldMinor === 0) return 'nothing stays held.'
  const until = captureDeadline === null ? '' : ` until ${formatDay(captureDeadline.at)}`
  return `${formatMoney(heldMinor, currency)} stays held${until}.`
}
