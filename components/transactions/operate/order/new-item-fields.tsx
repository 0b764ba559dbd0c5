import { useState } from 'react'
import { parsePercent, tidyAmount } from '@/components/transactions/operate/amount/amount-text'
import { STRONG } from '@/components/transactions/operate/rich-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { SelectField } from '@/components/ui/select-field'
import { TEXT_LIMITS } from '@/lib/config/browser-limits'
import type { Formats } from '@/lib/format/formats'
import { useI18n } from '@/lib/i18n/use-i18n'
import { readNewItem, type NewItemEntry } from './order-entry'

interface Props {
  readonly entry: NewItemEntry
  readonly number: number
  readonly pricesIncludeVat: boolean
  readonly rates: readonly number[]
  readonly currency: string
  readonly showErrors: boolean
  readonly onChange: (entry: NewItemEntry) => void
  /** Null for the only line. */
  readonly onRemove: (() => void) | null
}

const NOTHING = { netMinor: 0, vatMinor: 0, amountMinor: 0 }

/** A new line of the order, with what it comes to. */
export function NewItemFields(props: Props) {
  const { entry, number, pricesIncludeVat, rates, currency, showErrors, onChange, onRemove } = props
  const i18n = useI18n()
  const { t, formats } = i18n
  const { amounts, problems } = readNewItem(entry, pricesIncludeVat, currency, i18n)
  const change = (part: Partial<NewItemEntry>) => onChange({ ...entry, ...part })
  const money = (amountMinor: number) => formats.money(amountMinor, currency)
  // Before a price is typed the total is zero; while the price can't be read, there is no total.
  const shown = entry.priceText === '' ? NOTHING : amounts
  return (
    <fieldset className="border-line rounded-control grid grid-cols-6 gap-3 border p-3 sm:p-4">
      <legend className="sr-only">{t('orderChange.newItem', { number })}</legend>
      <Field
        className="col-span-6"
        label={t('orderChange.description')}
        value={entry.description}
        maxLength={TEXT_LIMITS.itemDescription}
        autoComplete="off"
        data-first-focus={number === 1 ? true : undefined}
        error={showErrors && problems.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <Field
        className="col-span-2 content-start sm:col-span-1"
        label={t('orderChange.quantity')}
        value={entry.quantityText}
        inputMode="decimal"
        autoComplete="off"
        error={(showErrors || entry.quantityText !== '') && problems.quantity}
        onChange={(event) => change({ quantityText: event.target.value })}
      />
      <Field
        className="col-span-4 content-start sm:col-span-3"
        label={t(pricesIncludeVat ? 'orderChange.priceWithVat' : 'orderChange.priceWithoutVat', {
          currency: formats.moneyParts(0, currency).currency,
        })}
        value={entry.priceText}
        inputMode="decimal"
        autoComplete="off"
        error={(showErrors || entry.priceText !== '') && problems.price}
        onChange={(event) => change({ priceText: event.target.value })}
        onBlur={() => change({ priceText: tidyAmount(entry.priceText, currency, formats) })}
      />
      <VatField
        rates={rates}
        text={entry.vatText}
        onChange={(vatText) => change({ vatText })}
        error={(showErrors || entry.vatText !== '') && problems.vat}
      />
      <div className="col-span-6 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p aria-live="polite" className="text-ink-soft text-xs">
          {shown !== null &&
            t.rich('orderChange.total', {
              ...STRONG,
              net: money(shown.netMinor),
              vat: money(shown.vatMinor),
              total: money(shown.amountMinor),
            })}
        </p>
        {onRemove !== null && (
          <Button
            tone="quiet"
            size="small"
            className="ml-auto"
            aria-label={t('orderChange.removeItem', { number })}
            onClick={onRemove}
          >
            <Icon name="cross" className="size-3.5" />
            {t('orderChange.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

const OTHER = 'other'

interface VatFieldProps {
  /** The rates that the order uses already. */
  readonly rates: readonly number[]
  readonly text: string
  readonly onChange: (text: string) => void
  readonly error: string | false | undefined
}

/** A VAT rate: one that the order uses, or any other. */
function VatField({ rates, text, onChange, error }: VatFieldProps) {
  const { t, formats } = useI18n()
  const typed = parsePercent(text, formats.decimalMark)
  const [other, setOther] = useState(typed === null || !rates.includes(typed))
  if (other) {
    return (
      <Field
        className="col-span-6 content-start sm:col-span-2"
        label={t('orderChange.vatInPercent')}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={rates.length > 0}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <div className="col-span-6 sm:col-span-2">
      <SelectField
        label={t('orderChange.vat')}
        value={String(typed)}
        onChange={({ target }) => {
          setOther(target.value === OTHER)
          onChange(target.value === OTHER ? '' : rateText(Number(target.value), formats))
        }}
      >
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {formats.vat(rate)}
          </option>
        ))}
        <option value={OTHER}>{t('orderChange.otherRate')}</option>
      </SelectField>
    </div>
  )
}

/** "25", "2.5": a rate as a person types it. */
export function rateText(basisPoints: number, formats: Formats): string {
  return formats.vat(basisPoints).replace(/\s*%$/, '')
}
