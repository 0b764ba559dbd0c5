'use client'

import type { ReactNode } from 'react'
import { afterMount } from '@/components/act/after-mount'
import type { SelectionKeeperProps } from './selection-keeper'

/** No part of the first load: ticks work without it, and what was ticked before is found then. */
const SelectionKeeper = afterMount(() => import('./selection-keeper'))

/**
 * The selection of rows in the list within. It outlives turning the page, and a look at a payment; a
 * list of other payments begins without one.
 */
export function RowSelection({
  children,
  ...list
}: SelectionKeeperProps & { readonly children: ReactNode }) {
  return (
    <div>
      {children}
      <SelectionKeeper key={list.query} {...list} />
    </div>
  )
}
