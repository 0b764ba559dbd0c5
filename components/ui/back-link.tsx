import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

/** Leads to the page above this one. */
export function BackLink({ className, children, ...link }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...link}
      className={cn(
        'text-ink-soft hover:text-ink inline-flex items-center gap-1.5 text-sm transition-colors',
        className,
      )}
    >
      <Icon name="arrow-left" className="size-3.5" />
      {children}
    </Link>
  )
}
