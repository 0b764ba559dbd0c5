import type { ReactNode } from 'react'
import { cn } from './cn'

interface Props {
  /** Names the region; rendered as its heading. */
  readonly title: string
  readonly id: string
  /** The content at the end of the heading's line. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A titled region of a page. */
export function Card({ title, id, aside, className, children }: Props) {
  return (
    <section
      aria-labelledby={id}
      className={cn('rounded-card border-line bg-surface shadow-card border', className)}
    >
      <div className="flex items-center justify-between gap-4 px-5 pt-4 pb-3">
        <h2 id={id} className="text-ink text-sm font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
