import { useState } from 'react'
import { parsePercent } from '@/components/transactions/operate/amount/parse-decimal'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { Formats } from '@/lib/format/formats'
import { useI18n } from '@/lib/i18n/use-i18n'

const OTHER = 'other'

interface Props {
  /** The rates that the order uses already. */
  readonly rates: readonly number[]
  readonly text: string
  readonly onChange: (text: string) => void
  readonly error: string | false | undefined
}

/** A VAT rate: one that the order uses, or any other. */
export function VatField({ rates, text, onChange, error }: Props) {
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

/** "25", "2.5": a rate as somebody would type it. */
export function rateText(basisPoints: number, formats: Formats): string {
  return formats.vat(basisPoints).replace(/\s*%$/, '')
}
