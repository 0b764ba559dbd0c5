import { Field } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { AmountEntry, EntryReading } from './amount-entry'
import type { AmountModes } from './amount-modes'
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

/** How much: everything left, lines by quantity, or an amount. */
export function AmountFields(props: Props) {
  const { modes, entry, reading, onChange, currency, showErrors, first = false } = props
  const { t, formats } = useI18n()
  const { kind, closed, left, maxMinor } = modes
  const wrong = reading.ok ? null : reading
  const typed = entry.amountText !== '' || showErrors
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
        <Field
          label={t('amounts.label', { currency: formats.moneyParts(0, currency).currency })}
          hint={t(`amounts.atMost.${kind}`, { max: formats.money(maxMinor, currency) })}
          value={entry.amountText}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          required
          error={wrong?.field === 'amount' && typed && wrong.problem}
          onChange={(event) => onChange({ ...entry, amountText: event.target.value })}
          onBlur={() =>
            onChange({ ...entry, amountText: tidyAmount(entry.amountText, currency, formats) })
          }
          className="max-w-64 [&_input]:text-right"
        />
      )}
    </div>
  )
}
