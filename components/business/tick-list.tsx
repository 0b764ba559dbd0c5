import { useId, type ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'

interface Props<V extends string> {
  readonly legend: string
  /** The name of the first tick, to which the focus is led after a refusal. */
  readonly name: string
  readonly choices: readonly {
    readonly value: V
    readonly label: ReactNode
    readonly aside?: ReactNode
  }[]
  readonly ticked: readonly V[]
  readonly onChange: (ticked: readonly V[]) => void
  readonly error?: ReactNode
}

/** Some of a few, by ticks. */
export function TickList<V extends string>(props: Props<V>) {
  const { legend, name, choices, ticked, onChange, error } = props
  const errorId = `${useId()}-error`
  const toggle = (value: V, isTicked: boolean) =>
    onChange(isTicked ? [...ticked, value] : ticked.filter((other) => other !== value))
  return (
    <fieldset className="grid min-w-0 gap-1" aria-describedby={error ? errorId : undefined}>
      <legend className="text-ink mb-1.5 text-sm font-medium">{legend}</legend>
      {choices.map(({ value, label, aside }, position) => (
        <label key={value} className="flex cursor-pointer items-center gap-2.5 py-1">
          <Checkbox
            name={position === 0 ? name : undefined}
            checked={ticked.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <span className="min-w-0">
            {label}
            {aside !== undefined && <span className="text-ink-soft"> · {aside}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={errorId} className="text-bad-ink text-sm font-medium">
          {error}
        </p>
      )}
    </fieldset>
  )
}
