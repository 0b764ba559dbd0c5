import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

interface Props {
  /** Names what is counted: "Quantity of Wool jumper". */
  readonly label: string
  readonly text: string
  /** The text behind the figure: "of 3". */
  readonly unit?: string
  readonly onText: (text: string) => void
  readonly onStep: (steps: 1 | -1) => void
  readonly canLess: boolean
  readonly canMore: boolean
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
}

/** A quantity that can be typed, stepped with buttons, and stepped with the arrow keys. */
export function Stepper(props: Props) {
  const { label, text, unit, onText, onStep, canLess, canMore, invalid = false } = props
  const t = useTranslations('ui')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    if (event.key === 'ArrowUp' ? canMore : canLess) onStep(event.key === 'ArrowUp' ? 1 : -1)
  }
  return (
    <span className="inline-flex items-center gap-2 text-sm">
      <span
        className={cn(
          'border-field-line rounded-control bg-surface has-[input:focus-visible]:outline-accent-ink inline-flex h-9 items-stretch overflow-clip border has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1',
          invalid && 'border-bad',
        )}
      >
        <Step
          icon="minus"
          label={t('oneLess', { label })}
          can={canLess}
          onPress={() => onStep(-1)}
        />
        <input
          aria-label={unit === undefined ? label : `${label}, ${unit}`}
          aria-invalid={invalid || undefined}
          aria-describedby={props.describedBy}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
          className="text-ink w-11 bg-transparent text-center text-base outline-none sm:text-sm"
        />
        <Step icon="plus" label={t('oneMore', { label })} can={canMore} onPress={() => onStep(1)} />
      </span>
      {unit !== undefined && (
        <span aria-hidden="true" className="text-ink-soft min-w-12 whitespace-nowrap">
          {unit}
        </span>
      )}
    </span>
  )
}

interface StepProps {
  readonly icon: 'minus' | 'plus'
  readonly label: string
  readonly can: boolean
  readonly onPress: () => void
}

function Step({ icon, label, can, onPress }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={!can || undefined}
      onClick={can ? onPress : undefined}
      className="text-ink-soft hover:bg-sunken hover:text-ink aria-disabled:text-line-strong grid w-8 cursor-pointer place-items-center transition-colors focus-visible:-outline-offset-2 aria-disabled:cursor-not-allowed aria-disabled:bg-transparent"
    >
      <Icon name={icon} className="size-3.5" />
    </button>
  )
}
