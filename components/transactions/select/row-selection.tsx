'use client'

import { useMemo, type ReactNode } from 'react'
import { afterMount } from '@/components/act/after-mount'
import type { Candidate } from './selection'
import type { SelectionKeeperProps } from './selection-keeper'

/** No part of the first load: ticks work without it, and what was ticked before is found then. */
const SelectionKeeper = afterMount(() => import('./selection-keeper'))

interface Props extends Omit<SelectionKeeperProps, 'shown'> {
  /** The rows within, as the table has them: of each, only what a selection needs is kept. */
  readonly groups: readonly (readonly Candidate[])[]
  readonly children: ReactNode
}

/**
 * The selection of rows in the list within. It outlives turning the page, and a look at a payment; a
 * list of other payments begins without one.
 */
export function RowSelection({ groups, children, ...list }: Props) {
  const shown = useMemo(
    () => groups.flat().map(({ id, currency, amounts }) => ({ id, currency, amounts })),
    [groups],
  )
  return (
    <div>
      {children}
      <SelectionKeeper key={list.query} {...list} shown={shown} />
    </div>
  )
}
