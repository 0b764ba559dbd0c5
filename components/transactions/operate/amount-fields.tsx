import { Field } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import { formatMoney, formatMoneyParts } from '@/lib/format/money'
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
  readonly asked: boolean
  readonly first?: boolean
}

const MOST = { capture: 'is held', refund: 'can be refunded' } as const

/** How much: everything left, lines by quantity, or an amount. */
export function AmountFields(props: Props) {
  const { modes, entry, reading, onChange, currency, asked, first = false } = props
  const { kind, closed, left, maxMinor } = modes
  const wrong = reading.ok ? null : reading
  const typed = entry.amountText !== '' || asked
  return (
    <div className="grid gap-4">
      <Segments
        legend="How much"
        value={entry.mode}
        onChange={(mode) => onChange({ ...entry, mode })}
        first={first}
        segments={[
          { value: 'all', text: 'Everything left', closed: closed.all },
          { value: 'lines', text: 'Choose lines', closed: closed.lines },
          { value: 'amount', text: 'An amount', closed: closed.amount },
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
          label={`Amount in ${formatMoneyParts(0, currency).currency}`}
          hint={`At most ${formatMoney(maxMinor, currency)} ${MOST[kind]}.`}
          value={entry.amountText}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          required
          error={wrong?.field === 'amount' && typed && wrong.problem}
          onChange={(event) => onChange({ ...entry, amountText: event.target.value })}
          onBlur={() => onChange({ ...entry, amountText: tidyAmount(entry.amountText, currency) })}
          className="max-w-64 [&_input]:text-right"
        />
      )}
    </div>
  )
}
