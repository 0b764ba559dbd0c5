import type { ComponentProps } from 'react'
import { cn } from './cn'

/**
 * Table parts with their roles written out: styles that turn rows into cards on a phone would
 * otherwise take the table away from assistive technology.
 */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table role="table" {...rest} className={cn('w-full text-sm', className)} />
}

export function Head({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead role="rowgroup" {...rest} className={cn('text-ink-faint text-xs', className)} />
}

export function Body(props: ComponentProps<'tbody'>) {
  return <tbody role="rowgroup" {...props} />
}

export function Row(props: ComponentProps<'tr'>) {
  return <tr role="row" {...props} />
}

interface HeadCellProps extends ComponentProps<'th'> {
  readonly numeric?: boolean
}

export function HeadCell({ numeric = false, className, ...rest }: HeadCellProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      {...rest}
      className={cn(
        'px-3 py-2.5 font-medium whitespace-nowrap',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
    />
  )
}

interface CellProps extends ComponentProps<'td'> {
  readonly numeric?: boolean
}

export function Cell({ numeric = false, className, ...rest }: CellProps) {
  return (
    <td
      role="cell"
      {...rest}
      className={cn('px-3 py-2.5', numeric && 'text-right whitespace-nowrap', className)}
    />
  )
}
