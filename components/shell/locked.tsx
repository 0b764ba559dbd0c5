import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'

interface Props {
  readonly title: string
  /** Which roles may see it. */
  readonly children: ReactNode
}

/** In place of a page that the reader's role may not see. */
export function Locked({ title, children }: Props) {
  return (
    <div className="border-line bg-surface rounded-card shadow-card border">
      <EmptyState icon="lock" title={title}>
        {children}
      </EmptyState>
    </div>
  )
}
