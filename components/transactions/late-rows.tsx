'use client'

import { createContext, use, useState, type ComponentProps, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Row } from '@/components/ui/table'

const FirstIds = createContext<ReadonlySet<string>>(new Set())

interface LateRowsProps {
  readonly ids: readonly string[]
  readonly children: ReactNode
}

/** Remembers which rows were there when the page was opened. */
export function LateRows({ ids, children }: LateRowsProps) {
  const [first] = useState(() => new Set(ids))
  return <FirstIds value={first}>{children}</FirstIds>
}

interface LateRowProps extends ComponentProps<'tr'> {
  readonly rowId: string
  /** It had just happened when the page was drawn. */
  readonly fresh: boolean
}

/** A row that glows once where it is fresh, or has come while the page was open. */
export function LateRow({ rowId, fresh, className, ...rest }: LateRowProps) {
  const isLate = !use(FirstIds).has(rowId)
  return <Row {...rest} className={cn(className, (fresh || isLate) && 'glow-once')} />
}
