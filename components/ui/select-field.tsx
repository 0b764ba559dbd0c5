import { useId, type ComponentProps, type ReactNode } from 'react'
import { Icon } from './icon'

interface Props extends ComponentProps<'select'> {
  readonly label: ReactNode
  /** The error of the choice. */
  readonly error?: ReactNode
}

/** A labelled list to pick one from, with its error tied to it for assistive technology. */
export function SelectField({ label, error, children, ...rest }: Props) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-ink text-sm font-medium">
        {label}
      </label>
      <span className="relative grid items-center">
        <select
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          className="rounded-control border-field-line bg-surface text-ink hover:border-ink-faint aria-invalid:border-bad h-10 w-full cursor-pointer appearance-none border pr-9 pl-3 text-base transition-colors sm:text-sm"
        >
          {children}
        </select>
        <Icon
          name="chevron"
          className="text-ink-soft pointer-events-none absolute right-3 rotate-90"
        />
      </span>
      {error && (
        <p id={errorId} className="text-bad-ink text-sm font-medium">
          {error}
        </p>
      )}
    </div>
  )
}
