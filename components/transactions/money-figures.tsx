import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { OperationKind } from '@/lib/domain/operation'
import { heldMinor, refundableMinor, type Totals } from '@/lib/domain/transaction'
import { formatMoney } from '@/lib/format/money'
import type { MovingMoney } from './money-bar-segments'
import { Swatch } from './swatch'

const MOVING: Readonly<Record<OperationKind, { readonly name: string; readonly of: string }>> = {
  capture: { name: 'Being captured', of: 'of what is held' },
  refund: { name: 'Being refunded', of: 'of what is kept' },
  void: { name: 'Being released', of: 'of what is held' },
  update_authorization: { name: 'Order being changed to', of: 'the new total' },
  extend_authorization: { name: 'Being held longer', of: 'the whole hold' },
}

interface Props {
  readonly totals: Totals
  readonly currency: string
  readonly moving: MovingMoney | null
}

/** The figures of the money bar: authorized = captured + released + still held. */
export function MoneyFigures({ totals, currency, moving }: Props) {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency)
  const doubtful = moving?.state === 'unknown' || moving?.state === 'needs_review'
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-12">
      <Figure name="Authorized" amount={money(totals.authorizedMinor)} />
      <Figure
        name="Captured"
        amount={money(totals.capturedMinor)}
        swatch={<Swatch of="kept" />}
        quiet={totals.capturedMinor === 0}
      >
        {totals.refundedMinor > 0 && `${money(refundableMinor(totals))} kept`}
      </Figure>
      <Figure
        name="Refunded"
        amount={money(totals.refundedMinor)}
        swatch={<Swatch of="refunded" />}
        quiet={totals.refundedMinor === 0}
      />
      {totals.releasedMinor > 0 && (
        <Figure
          name="Released"
          amount={money(totals.releasedMinor)}
          swatch={<Swatch of="released" />}
        />
      )}
      <Figure
        name="Still held"
        amount={money(heldMinor(totals))}
        swatch={<Swatch of="held" />}
        quiet={heldMinor(totals) === 0}
      />
      {moving && (
        <Figure
          name={MOVING[moving.kind].name}
          amount={money(moving.amountMinor)}
          swatch={<Swatch of={doubtful ? 'doubtful' : moving.kind} />}
        >
          {MOVING[moving.kind].of}, {doubtful ? 'not known yet' : 'on its way'}
        </Figure>
      )}
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly amount: string
  readonly swatch?: ReactNode
  readonly quiet?: boolean
  readonly children?: ReactNode
}

function Figure({ name, amount, swatch, quiet = false, children }: FigureProps) {
  return (
    <div>
      <dt className="text-ink-soft flex items-center gap-1.5 text-xs">
        {swatch}
        {name}
      </dt>
      <dd className={cn('mt-0.5 text-base font-semibold', quiet && 'text-ink-faint font-normal')}>
        {amount}
        {children && <span className="text-ink-faint block text-xs font-normal">{children}</span>}
      </dd>
    </div>
  )
}
