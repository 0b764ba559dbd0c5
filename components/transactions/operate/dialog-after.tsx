import type { ReactNode } from 'react'
import { MoneyBar } from '@/components/transactions/money/money-bar'
import { MoneyLegend } from '@/components/transactions/money/money-legend'
import { Banner } from '@/components/ui/banner'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { OperableTransaction } from './operations'
import { predict, type Prediction } from './prediction'
import { STRONG } from './rich-text'

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
  const { t, formats } = useI18n()
  const { totals, currency } = transaction
  const after = amountMinor === null ? null : predict(kind, transaction, amountMinor)
  const shown = after?.totals ?? totals
  return (
    <div>
      <p className="text-ink-faint mb-1.5 text-xs font-medium">
        {t(after === null ? 'dialogs.after.now' : 'dialogs.after.afterwards')}
      </p>
      <MoneyBar totals={shown} currency={currency} moving={null} />
      <div className="mt-2">
        <MoneyLegend totals={shown} currency={currency} />
      </div>
      {after !== null && after.lapsingMinor > 0 && (
        <Banner tone="warn" icon="warning" className="mt-3">
          {t.rich('dialogs.after.lapses', {
            ...STRONG,
            sum: formats.money(after.lapsingMinor, currency),
          })}
        </Banner>
      )}
      {after !== null && (
        <p className="text-ink-soft mt-3 text-pretty">
          {kind !== 'update_authorization' && (
            <>
              <Leaves after={after} transaction={transaction} />{' '}
            </>
          )}
          {children}
        </p>
      )}
    </div>
  )
}

interface LeavesProps {
  readonly after: Prediction
  readonly transaction: OperableTransaction
}

function Leaves({ after, transaction: { currency, captureDeadline } }: LeavesProps) {
  const { t, formats } = useI18n()
  const until = captureDeadline === null ? 'held' : 'heldUntil'
  return t.rich(`dialogs.after.${after.heldMinor === 0 ? 'nothingHeld' : until}`, {
    ...STRONG,
    status: t(`statuses.${after.status}`).toLowerCase(),
    held: formats.money(after.heldMinor, currency),
    day: captureDeadline === null ? '' : formats.day(captureDeadline.at),
  })
}
