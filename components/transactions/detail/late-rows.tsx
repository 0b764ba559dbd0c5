'use client'

import { createContext, use, useMemo, useState, type ComponentProps, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Row } from '@/components/ui/table'

interface Rows {
  /** Those that were there when the page was opened. */
  readonly first: ReadonlySet<string>
  /** The activity of the row under the pointer. */
  readonly lit: string | null
  readonly light: (operationKey: string | null) => void
}

const RowsContext = createContext<Rows>({ first: new Set(), lit: null, light: () => undefined })

interface LateRowsProps {
  readonly ids: readonly string[]
  readonly children: ReactNode
}

/**
 * Remembers which rows were there when the page was opened, and which activity is under the
 * pointer.
 */
export function LateRows({ ids, children }: LateRowsProps) {
  const [first] = useState(() => new Set(ids))
  const [lit, light] = useState<string | null>(null)
  const rows = useMemo(() => ({ first, lit, light }), [first, lit])
  return <RowsContext value={rows}>{children}</RowsContext>
}

interface LateRowProps extends ComponentProps<'tr'> {
  readonly rowId: string
  /** The activity of the row: rows of one activity are highlighted together. */
  readonly operationKey: string
  /** It had just happened when the page was rendered. */
  readonly fresh: boolean
}

/** A row that glows once where it is fresh, or has come while the page was open. */
export function LateRow({ rowId, operationKey, fresh, className, ...rest }: LateRowProps) {
  const { first, lit, light } = use(RowsContext)
  return (
    <Row
      {...rest}
      onPointerEnter={() => light(operationKey)}
      onPointerLeave={() => light(null)}
      className={cn(
        className,
        (fresh || !first.has(rowId)) && 'glow-once',
        lit === operationKey && 'bg-sunken/60',
      )}
    />
  )
}
