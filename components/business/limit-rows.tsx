import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import type { LimitEntryInput } from '@/lib/domain/access/business-inputs'
import type { LimitsMinor } from '@/lib/domain/access/organization-settings'
import type { Formats } from '@/lib/format/formats'

/** Limits as a form shows them, by currency in the order of the alphabet. */
export function limitEntries(limits: LimitsMinor, { moneyParts }: Formats): LimitEntryInput[] {
  return Object.entries(limits)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([currency, minor]) => ({ currency, amount: moneyParts(minor, currency).figures }))
}

/** Limits in words: "NOK 5,000.00, SEK 1,000.00". */
export function limitsInWords(limits: LimitsMinor, { money }: Formats): string {
  return Object.entries(limits)
    .map(([currency, minor]) => money(minor, currency))
    .join(', ')
}

interface Props {
  readonly rows: readonly LimitEntryInput[]
  readonly onChange: (rows: readonly LimitEntryInput[]) => void
  readonly errorOf: (field: string) => ReactNode
}

/** A sum for each currency, as many as are needed. */
export function LimitRows({ rows, onChange, errorOf }: Props) {
  const t = useTranslations('business.limits')
  const listId = useId()
  const put = (index: number, row: LimitEntryInput) => onChange(rows.with(index, row))
  return (
    <div className="grid gap-3">
      {rows.map((row, index) => (
        <div key={index} className="flex items-start gap-2">
          <Field
            label={t('currency', { position: index + 1 })}
            name={`currency.${index}`}
            list={listId}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={row.currency}
            onChange={(event) => put(index, { ...row, currency: event.target.value })}
            error={errorOf(`currency.${index}`)}
            className="w-28 shrink-0"
          />
          <Field
            label={t('amount', { position: index + 1 })}
            name={`amount.${index}`}
            inputMode="decimal"
            autoComplete="off"
            value={row.amount}
            onChange={(event) => put(index, { ...row, amount: event.target.value })}
            error={errorOf(`amount.${index}`)}
            className="max-w-44 min-w-0 flex-1"
          />
          <Button
            tone="quiet"
            size="icon"
            className="mt-7 shrink-0"
            aria-label={t('remove', { currency: row.currency.trim() || t('unnamed') })}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            <Icon name="cross" />
          </Button>
        </div>
      ))}
      <datalist id={listId}>
        {['NOK', 'SEK', 'DKK', 'EUR', 'USD', 'GBP'].map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => onChange([...rows, { currency: '', amount: '' }])}
      >
        <Icon name="plus" />
        {t('add')}
      </Button>
    </div>
  )
}
