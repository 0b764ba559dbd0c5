import type { ReactNode } from 'react'
import { methodOf } from '@/components/transactions/shared/method'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { OperableTransaction } from './operations'

interface Props {
  readonly kind: OperationKind
  readonly transaction: Pick<
    OperableTransaction,
    'amountMinor' | 'currency' | 'method' | 'provider' | 'totals'
  >
}

/** Operations on money that was taken already. */
const AFTER_CHARGE: readonly OperationKind[] = ['refund', 'charge_again', 'pay_out']

/** The order and the payment side by side: what is due, and what is there to take it from. */
export function DialogBox({ kind, transaction }: Props) {
  const { amountMinor, currency, method, provider, totals } = transaction
  const { t, formats } = useI18n()
  const money = (amount: number) => formats.money(amount, currency)
  const dueMinor = Math.max(0, amountMinor - totals.capturedMinor)
  const isAfterCharge = AFTER_CHARGE.includes(kind)
  return (
    <div className="border-line bg-sunken/50 rounded-control grid grid-cols-2 border max-sm:text-xs">
      <Half title={t('dialogs.box.order')}>
        <Line name={t('dialogs.box.total')} amount={money(amountMinor)} />
        <Line name={t('dialogs.box.captured')} amount={money(totals.capturedMinor)} />
        <Line name={t('dialogs.box.due')} amount={money(dueMinor)} strong={!isAfterCharge} />
      </Half>
      <Half title={methodOf(method, t, provider).name}>
        {isAfterCharge ? (
          <>
            <Line name={t('dialogs.box.captured')} amount={money(totals.capturedMinor)} />
            <Line name={t('dialogs.box.refunded')} amount={money(totals.refundedMinor)} />
            <Line name={t('dialogs.box.left')} amount={money(refundableMinor(totals))} strong />
          </>
        ) : (
          <>
            <Line name={t('dialogs.box.authorized')} amount={money(totals.authorizedMinor)} />
            <Line name={t('dialogs.box.captured')} amount={money(totals.capturedMinor)} />
            <Line name={t('dialogs.box.held')} amount={money(heldMinor(totals))} strong />
          </>
        )}
      </Half>
    </div>
  )
}

function Half({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="border-line px-3 py-3 not-first:border-l sm:px-4">
      <h3 className="text-ink-faint mb-1.5 text-xs font-medium">{title}</h3>
      <dl className="grid gap-1">{children}</dl>
    </div>
  )
}

interface LineProps {
  readonly name: string
  readonly amount: string
  readonly strong?: boolean
}

function Line({ name, amount, strong = false }: LineProps) {
  return (
    <div
      className={strong ? 'flex justify-between gap-2 font-semibold' : 'flex justify-between gap-2'}
    >
      <dt className={strong ? '' : 'text-ink-soft'}>{name}</dt>
      <dd className="whitespace-nowrap">{amount}</dd>
    </div>
  )
}
