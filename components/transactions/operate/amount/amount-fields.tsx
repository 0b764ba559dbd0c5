import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import type { FreeAmountKind } from '@/lib/domain/operation/inputs'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { AmountEntry, EntryReading } from './amount-entry'
import type { AmountKind, AmountModes } from './amount-modes'
import { tidyAmount } from './amount-text'
import { LineGrid } from './line-grid'

interface Props {
  readonly modes: AmountModes
  readonly entry: AmountEntry
  readonly reading: EntryReading
  readonly onChange: (entry: AmountEntry) => void
  readonly currency: string
  /** Says what is missing, not only what is wrong. */
  readonly showErrors: boolean
  readonly first?: boolean
}

/** The choice of an amount: everything left, lines by quantity, or an amount. */
export function AmountFields(props: Props) {
  const { modes, entry, reading, onChange, currency, showErrors, first = false } = props
  const { t } = useI18n()
  const { kind, closed, left, maxMinor } = modes
  const wrong = reading.ok ? null : reading
  return (
    <div className="grid gap-4">
      <Segments
        legend={t('amounts.howMuch')}
        value={entry.mode}
        onChange={(mode) => onChange({ ...entry, mode })}
        first={first}
        segments={[
          { value: 'all', text: t('amounts.modes.all'), closed: closed.all },
          { value: 'lines', text: t('amounts.modes.lines'), closed: closed.lines },
          { value: 'amount', text: t('amounts.modes.amount'), closed: closed.amount },
        ]}
      />
      {entry.mode === 'lines' && left !== null && (
        <LineGrid
          modes={modes}
          quantities={entry.quantities}
          onChange={(quantities) => onChange({ ...entry, quantities })}
          currency={currency}
          reading={reading}
        />
      )}
      {entry.mode === 'amount' && (
        <AmountField
          kind={kind}
          text={entry.amountText}
          maxMinor={maxMinor}
          currency={currency}
          problem={wrong?.field === 'amount' ? wrong.problem : null}
          showErrors={showErrors}
          onChange={(amountText) => onChange({ ...entry, amountText })}
          autoFocus
        />
      )}
    </div>
  )
}

interface AmountFieldProps extends Pick<ComponentProps<'input'>, 'autoFocus'> {
  readonly kind: AmountKind | FreeAmountKind
  readonly text: string
  readonly onChange: (text: string) => void
  readonly maxMinor: number
  readonly currency: string
  /** The error of the text; null when it can be read. */
  readonly problem: string | null
  /** Says what is missing, not only what is wrong. */
  readonly showErrors: boolean
  readonly 'data-first-focus'?: true
}

/** An amount as typed, with the most that it can be. */
export function AmountField(props: AmountFieldProps) {
  const { kind, text, onChange, maxMinor, currency, problem, showErrors, ...focus } = props
  const { t, formats } = useI18n()
  return (
    <Field
      {...focus}
      label={t('amounts.label', { currency: formats.moneyParts(0, currency).currency })}
      hint={t(`amounts.atMost.${kind}`, { max: formats.money(maxMinor, currency) })}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      required
      error={(text !== '' || showErrors) && problem}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(tidyAmount(text, currency, formats))}
      className="max-w-64 [&_input]:text-right"
    />
  )
}
