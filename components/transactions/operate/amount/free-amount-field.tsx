import { Field } from '@/components/ui/field'
import type { FreeAmountKind } from '@/lib/domain/operation/inputs'
import { useI18n } from '@/lib/i18n/use-i18n'
import { tidyAmount, type AmountReading } from './amount-text'

interface Props {
  readonly kind: FreeAmountKind
  readonly text: string
  readonly onChange: (text: string) => void
  readonly maxMinor: number
  readonly currency: string
  readonly reading: AmountReading
  /** Says what is missing, not only what is wrong. */
  readonly showErrors: boolean
}

/** An amount as typed, with the most that it can be. */
export function FreeAmountField(props: Props) {
  const { kind, text, onChange, maxMinor, currency, reading, showErrors } = props
  const { t, formats } = useI18n()
  return (
    <Field
      label={t('amounts.label', { currency: formats.moneyParts(0, currency).currency })}
      hint={t(`amounts.atMost.${kind}`, { max: formats.money(maxMinor, currency) })}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      required
      data-first-focus
      error={(text !== '' || showErrors) && !reading.ok && reading.problem}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(tidyAmount(text, currency, formats))}
      className="max-w-64 [&_input]:text-right"
    />
  )
}
