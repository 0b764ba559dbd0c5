import type { TransactionView } from '@/lib/domain/transaction-view'
import { heldMinor } from '@/lib/domain/transaction'
import { methodLabel } from '@/lib/format/methods'
import { formatMoney } from '@/lib/format/money'

interface Props {
  readonly transaction: Pick<TransactionView, 'amountMinor' | 'currency' | 'method' | 'totals'>
}

/** The order and the payment side by side: what is due, and what is there to take it from. */
export function CaptureBox({ transaction: { amountMinor, currency, method, totals } }: Props) {
  const money = (amount: number) => formatMoney(amount, currency)
  const dueMinor = Math.max(0, amountMinor - totals.capturedMinor)
  return (
    <div className="border-line bg-sunken/50 rounded-control grid border sm:grid-cols-2">
      <Half title="Order">
        <Line name="Total" amount={money(amountMinor)} />
        <Line name="Captured" amount={money(totals.capturedMinor)} />
        <Line name="Due" amount={money(dueMinor)} strong />
      </Half>
      <Half title={methodLabel(method).name}>
        <Line name="Authorized" amount={money(totals.authorizedMinor)} />
        <Line name="Captured" amount={money(totals.capturedMinor)} />
        <Line name="Available" amount={money(heldMinor(totals))} strong />
      </Half>
    </div>
  )
}

function Half({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="border-line px-4 py-3 not-first:border-t sm:not-first:border-t-0 sm:not-first:border-l">
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
      className={strong ? 'flex justify-between gap-4 font-semibold' : 'flex justify-between gap-4'}
    >
      <dt className={strong ? '' : 'text-ink-soft'}>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
