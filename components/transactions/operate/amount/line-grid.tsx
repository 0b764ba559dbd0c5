import { useId, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Stepper } from '@/components/ui/stepper'
import { amountOfQuantity } from '@/lib/domain/rules/line-selection'
import type { LineLeft } from '@/lib/domain/rules/lines-left'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { EntryReading } from './amount-entry'
import type { AmountModes } from './amount-modes'
import { parseQuantity } from './amount-text'
import {
  itemName,
  lineLock,
  linesWith,
  movedNote,
  pickAll,
  pickState,
  pickStateOfAll,
  roundingNote,
  stepQuantity,
  withLine,
  withText,
  type Quantities,
} from './line-picks'

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
  const [filter, setFilter] = useState('')
  const lines = modes.left ?? []
  const isLong = lines.length > FILTERED_FROM
  const shown = isLong ? linesWith(lines, filter) : lines
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
      {isLong && (
        <LineFilter text={filter} onText={setFilter} shown={shown.length} of={lines.length} />
      )}
      <ul className={cn(isLong && 'max-h-[45dvh] min-h-40 overflow-y-auto overscroll-contain')}>
        {shown.map((line) => (
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
      {modes.untiedMinor > 0 && (
        <p className="border-line text-ink-soft border-t px-3 py-2.5 text-xs text-pretty">
          {t(`amounts.lines.untied.${modes.kind}`, {
            sum: formats.money(modes.untiedMinor, currency),
            left: formats.money(modes.maxMinor, currency),
          })}
        </p>
      )}
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

/** More lines than are found at a glance; so many scroll by themselves, above their sum. */
const FILTERED_FROM = 15

interface LineFilterProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly shown: number
  readonly of: number
}

/** Narrows the lines that are shown; what is picked stays picked. */
function LineFilter({ text, onText, shown, of }: LineFilterProps) {
  const { t } = useI18n()
  return (
    <div className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-2">
      <Input
        type="search"
        aria-label={t('amounts.lines.filter')}
        placeholder={t('amounts.lines.filter')}
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          // Enter would send the form.
          if (event.key === 'Enter') event.preventDefault()
        }}
        className="min-w-0 flex-1"
      />
      <span role="status" className="text-ink-soft text-xs">
        {t('amounts.lines.shown', { shown, of })}
      </span>
    </div>
  )
}

interface LineRowProps {
  readonly line: LineLeft
  readonly modes: AmountModes
  readonly quantities: Quantities
  readonly onChange: (quantities: Quantities) => void
  readonly currency: string
  readonly problem: string | null
}

/** A line with how many of it are taken; on a phone the stepper goes below. */
function LineRow({ line, modes, quantities, onChange, currency, problem }: LineRowProps) {
  const id = useId()
  const i18n = useI18n()
  const { t, formats } = i18n
  const { item, leftQuantityMicros, leftAmountMinor } = line
  const lock = lineLock(line, modes)
  const text = quantities[item.lineId]
  const state = lock === null ? pickState(line, text, formats) : 'none'
  const quantity = lock === null ? (parseQuantity(text ?? '', formats.decimalMark) ?? 0) : 0
  const picked = state !== 'none' && quantity <= leftQuantityMicros
  const notes = [
    lock === null ? movedNote(line, modes.kind, currency, i18n) : null,
    picked ? roundingNote(line, quantity, currency, i18n) : null,
  ].filter((note) => note !== null)
  const step = (steps: 1 | -1) => {
    const next = stepQuantity(text ?? '', steps, formats, { mostMicros: leftQuantityMicros })
    onChange(withText(quantities, line, next))
  }
  return (
    <li className="border-line grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 px-3 py-2.5 not-first:border-t sm:grid-cols-[1fr_auto_7rem]">
      <label className={cn('flex min-w-0 items-start gap-3', lock === null && 'cursor-pointer')}>
        {lock === null ? (
          <Checkbox
            checked={state === 'all'}
            partly={state === 'some'}
            onChange={() => onChange(withLine(quantities, line, state !== 'all', formats))}
            className="mt-px"
          />
        ) : (
          <Icon name="lock" className="text-ink-faint mx-px mt-0.5" />
        )}
        <span className="min-w-0">
          <span className={cn('block font-medium text-pretty', lock !== null && 'text-ink-soft')}>
            <bdi>{item.description}</bdi>
          </span>
          {item.sku && (
            <span className="text-ink-soft block text-xs">
              <bdi>{item.sku}</bdi>
            </span>
          )}
          {(notes.length > 0 || problem !== null) && (
            <span id={`${id}-note`} className="text-ink-soft block text-xs text-pretty">
              {problem !== null && (
                <span className="text-bad-ink block font-medium">{problem}</span>
              )}
              {notes.join('. ')}
            </span>
          )}
        </span>
      </label>
      {lock === null && !modes.wholeLines && leftQuantityMicros > 0 && (
        <span className="max-sm:col-start-1 max-sm:row-start-2 max-sm:pl-7.5">
          <Stepper
            label={t('amounts.lines.quantity', { item: itemName(item) })}
            unit={t('amounts.lines.outOf', { quantity: formats.quantity(leftQuantityMicros) })}
            text={text ?? '0'}
            onText={(typed) => onChange(withText(quantities, line, typed))}
            onStep={step}
            canLess={quantity > 0}
            canMore={quantity < leftQuantityMicros}
            invalid={problem !== null}
            describedBy={problem === null ? undefined : `${id}-note`}
          />
        </span>
      )}
      <span
        className={cn(
          'text-right whitespace-nowrap sm:col-start-3',
          picked ? 'font-medium' : 'text-ink-faint',
        )}
      >
        {lock === null
          ? formats.money(picked ? amountOfQuantity(line, quantity) : leftAmountMinor, currency)
          : t(`amounts.lines.${lock}`)}
      </span>
    </li>
  )
}
