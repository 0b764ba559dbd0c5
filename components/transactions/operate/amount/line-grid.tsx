import { Checkbox } from '@/components/ui/checkbox'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { EntryReading } from './amount-entry'
import type { AmountModes } from './amount-modes'
import { pickAll, pickStateOfAll, type Quantities } from './line-picks'
import { LineRow } from './line-row'

interface Props {
  readonly modes: AmountModes
  readonly quantities: Quantities
  readonly onChange: (quantities: Quantities) => void
  readonly currency: string
  readonly reading: EntryReading
}

/** The order's lines with how many of each are taken. Shipping is a line like any other. */
export function LineGrid({ modes, quantities, onChange, currency, reading }: Props) {
  const { t, formats } = useI18n()
  const all = pickStateOfAll(modes, quantities, formats)
  const wrong = reading.ok ? null : reading
  const choice = reading.ok && reading.choice.mode === 'lines' ? reading.choice : null
  return (
    <div className="border-line rounded-control border">
      <label className="border-line text-ink-soft flex cursor-pointer items-center gap-3 border-b px-3 py-2.5 text-xs font-medium">
        <Checkbox
          checked={all === 'all'}
          partly={all === 'some'}
          onChange={() => onChange(all === 'all' ? {} : pickAll(modes, formats))}
        />
        {t(all === 'all' ? 'amounts.lines.takeOutAll' : 'amounts.lines.pickAll')}
      </label>
      <ul>
        {modes.left?.map((line) => (
          <LineRow
            key={line.item.lineId}
            line={line}
            modes={modes}
            quantities={quantities}
            onChange={onChange}
            currency={currency}
            problem={wrong?.field === line.item.lineId ? wrong.problem : null}
          />
        ))}
      </ul>
      {modes.wholeLines && (
        <p className="border-line text-ink-soft border-t px-3 py-2.5 text-xs">
          {t('amounts.lines.wholeOnly')}
        </p>
      )}
      <p className="border-line-strong flex justify-between gap-4 border-t px-3 py-2.5 font-medium">
        <span className="text-ink-soft">
          {t('amounts.lines.picked', { count: choice?.lines.length ?? 0 })}
        </span>
        <span>{formats.money(choice?.amountMinor ?? 0, currency)}</span>
      </p>
    </div>
  )
}
