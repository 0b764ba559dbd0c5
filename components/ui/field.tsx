import { useId, type ComponentProps, type ReactNode } from 'react'
import { cn } from './cn'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      {...rest}
      className={cn(
        'rounded-control border-field-line bg-surface text-ink placeholder:text-ink-faint hover:border-ink-faint disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-bad h-10 w-full border px-3 text-base transition-colors sm:text-sm',
        className,
      )}
    />
  )
}

interface Props extends ComponentProps<'input'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** The error of the entry; the entry is kept, and the input is marked as invalid. */
  readonly error?: ReactNode
  /** Id of a text elsewhere on the page that belongs to this input, too. */
  readonly describedBy?: string | undefined
}

/** A labelled input with its hint and error tied to it for assistive technology. */
export function Field({ label, hint, error, id, className, describedBy, ...rest }: Props) {
  const ownId = useId()
  const inputId = id ?? ownId
  const hintId = `${inputId}-hint`
  const errorId = `${inputId}-error`
  const descriptions = [describedBy, hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={inputId} className="text-ink text-sm font-medium">
        {label}
      </label>
      <Input
        {...rest}
        id={inputId}
        aria-invalid={error ? true : undefined}
        aria-describedby={descriptions === '' ? undefined : descriptions}
      />
      {hint && (
        <p id={hintId} className="text-ink-soft text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="text-bad-ink text-sm font-medium">
          {error}
        </p>
      )}
    </div>
  )
}
