import { useId } from 'react'
import { cn } from './cn'

export interface Segment<T extends string> {
  readonly value: T
  readonly text: string
  /** The reason that it can't be picked; null when it can. */
  readonly closed: string | null
}

interface Props<T extends string> {
  readonly legend: string
  readonly segments: readonly Segment<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** Has the focus when its dialog opens. */
  readonly first?: boolean
}

/** One choice of a few, side by side. What can't be picked says why below. */
export function Segments<T extends string>(props: Props<T>) {
  const { legend, segments, value, onChange, first = false } = props
  const id = useId()
  const closed = segments.filter((segment) => segment.closed !== null)
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="bg-sunken rounded-control flex gap-1 p-1">
        {segments.map((segment) => (
          <label
            key={segment.value}
            className={cn(
              'has-focus-visible:outline-accent-ink relative grid min-h-9 flex-auto basis-0 cursor-pointer place-items-center rounded-md px-1.5 text-center text-sm font-medium whitespace-nowrap transition-colors has-focus-visible:outline-2 max-[24rem]:whitespace-normal',
              segment.value === value
                ? 'bg-surface text-ink ring-line-strong shadow-control forced-chosen ring-1'
                : 'text-ink-soft hover:text-ink',
              segment.closed !== null && 'text-ink-faint hover:text-ink-faint cursor-not-allowed',
            )}
          >
            <input
              type="radio"
              name={id}
              value={segment.value}
              checked={segment.value === value}
              disabled={segment.closed !== null}
              data-first-focus={(first && segment.value === value) || undefined}
              onChange={() => onChange(segment.value)}
              className="sr-only"
            />
            {segment.text}
          </label>
        ))}
      </div>
      {closed.length > 0 && (
        <ul className="text-ink-soft mt-2 grid gap-1 text-xs">
          {closed.map((segment) => (
            <li key={segment.value}>
              <span className="text-ink font-medium">{segment.text}:</span> {segment.closed}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
