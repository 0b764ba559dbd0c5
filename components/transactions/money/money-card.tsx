'use client'

import { useTranslations } from 'next-intl'
import { useOperationState } from '@/components/transactions/outcome/operation-state'
import { isOpen } from '@/lib/domain/operation/outcome'
import { findContradiction, type Totals } from '@/lib/domain/payment/transaction'
import { MoneyBar } from './money-bar'
import { MoneyFigures } from './money-figures'

interface Props {
  readonly totals: Totals
  readonly currency: string
}

/** The money of a payment, and the part of it that is in motion. */
export function MoneyCard({ totals, currency }: Props) {
  const t = useTranslations('money')
  const { operation } = useOperationState()
  const moving =
    operation !== null && isOpen(operation.state)
      ? { kind: operation.kind, state: operation.state, amountMinor: operation.amountMinor }
      : null
  return (
    <section
      aria-labelledby="money"
      className="border-line bg-surface rounded-card shadow-card mb-4 grid gap-5 border p-5"
    >
      <h2 id="money" className="sr-only">
        {t('title')}
      </h2>
      {findContradiction(totals) === null && (
        <MoneyBar totals={totals} currency={currency} moving={moving} />
      )}
      {totals.authorizedMinor > 0 || findContradiction(totals) !== null ? (
        <MoneyFigures totals={totals} currency={currency} moving={moving} />
      ) : (
        <p className="text-ink-soft text-sm">{t('nothing')}</p>
      )}
    </section>
  )
}
