import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import {
  findContradiction,
  heldMinor,
  refundableMinor,
  type Totals,
} from '@/lib/domain/payment/transaction'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { MovingMoney } from './money-bar-segments'
import { Swatch } from './swatch'

interface Props {
  readonly totals: Totals
  readonly currency: string
  readonly moving: MovingMoney | null
}

/** The figures of the money bar: authorized = captured + released + still held. */
export function MoneyFigures({ totals, currency, moving }: Props) {
  const { t, formats } = useI18n('money')
  const money = (amountMinor: number) => formats.money(amountMinor, currency)
  // What is kept and held follows from the figures, unless these contradict each other.
  const isSound = findContradiction(totals) === null
  const doubtful = moving?.state === 'unknown' || moving?.state === 'needs_review'
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-12">
      <Figure name={t('figures.authorized')} amount={money(totals.authorizedMinor)} />
      <Figure
        name={t('figures.captured')}
        amount={money(totals.capturedMinor)}
        swatch={<Swatch of="kept" />}
        quiet={totals.capturedMinor === 0}
      >
        {isSound &&
          totals.refundedMinor > 0 &&
          t('figures.kept', { sum: money(refundableMinor(totals)) })}
      </Figure>
      <Figure
        name={t('figures.refunded')}
        amount={money(totals.refundedMinor)}
        swatch={<Swatch of="refunded" />}
        quiet={totals.refundedMinor === 0}
      />
      {totals.releasedMinor > 0 && (
        <Figure
          name={t('figures.released')}
          amount={money(totals.releasedMinor)}
          swatch={<Swatch of="released" />}
        />
      )}
      {isSound && (
        <Figure
          name={t('figures.held')}
          amount={money(heldMinor(totals))}
          swatch={<Swatch of="held" />}
          quiet={heldMinor(totals) === 0}
        />
      )}
      {moving && (
        <Figure
          name={t(`moving.${moving.kind}.name`)}
          amount={money(moving.amountMinor)}
          swatch={<Swatch of={doubtful ? 'doubtful' : moving.kind} />}
        >
          {t(`moving.${moving.kind}.${doubtful ? 'doubtful' : 'onItsWay'}`)}
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
