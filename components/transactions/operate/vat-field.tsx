import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { formatVat } from '@/lib/format/quantity'
import { parsePercent } from './parse-decimal'

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
  const typed = parsePercent(text)
  const [other, setOther] = useState(typed === null || !rates.includes(typed))
  if (other) {
    return (
      <Field
        className="col-span-6 content-start sm:col-span-2"
        label="VAT in %"
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
        label="VAT"
        value={String(typed)}
        onChange={({ target }) => {
          setOther(target.value === OTHER)
          onChange(target.value === OTHER ? '' : rateText(Number(target.value)))
        }}
      >
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {formatVat(rate)}
          </option>
        ))}
        <option value={OTHER}>Another rate</option>
      </SelectField>
    </div>
  )
}

/** "25", "2,5": a rate as somebody would type it. */
export function rateText(basisPoints: number): string {
  return formatVat(basisPoints).replace(/\s*%$/, '')
}
