import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Spinner } from './spinner'

/** The classes of a button, also for links that look like one. */
export const buttonStyle = cva(
  'inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control font-medium transition-colors select-none disabled:cursor-not-allowed aria-disabled:cursor-not-allowed',
  {
    variants: {
      tone: {
        primary:
          'forced-primary bg-accent text-on-accent shadow-control hover:bg-accent-strong disabled:bg-sunken disabled:text-ink-faint disabled:shadow-none aria-disabled:bg-sunken aria-disabled:text-ink-faint aria-disabled:shadow-none',
        secondary:
          'border border-line-strong bg-surface text-ink shadow-control hover:bg-sunken disabled:text-ink-faint disabled:shadow-none disabled:hover:bg-surface aria-disabled:text-ink-faint aria-disabled:shadow-none aria-disabled:hover:bg-surface',
        quiet: 'text-ink-soft hover:bg-sunken hover:text-ink disabled:text-ink-faint',
      },
      size: {
        small: 'h-8 px-3 text-sm whitespace-nowrap',
        medium: 'h-10 px-4 text-sm whitespace-nowrap',
        large: 'h-11 px-5 text-base whitespace-nowrap',
        icon: 'size-8',
        /** For words that may be longer than a phone is wide. */
        wrapped: 'min-h-10 px-4 py-2 text-center text-sm break-words',
      },
    },
    defaultVariants: { tone: 'secondary', size: 'medium' },
  },
)

interface Props extends ComponentProps<'button'>, VariantProps<typeof buttonStyle> {
  /** Shows that the press is being worked on; further presses are ignored, focus stays. */
  readonly busy?: boolean
}

export function Button({ tone, size, busy = false, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cn(buttonStyle({ tone, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}
