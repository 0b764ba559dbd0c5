'use client'

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { afterMount } from '@/components/act/after-mount'
import type { ListUpdates, ViewCounts } from '@/lib/domain/listing/list-view'

/** No part of the first load: the list comes with its counts. */
const ListUpdatesPoll = afterMount(() => import('./list-updates-poll'))

const Updates = createContext<ListUpdates | null>(null)

interface Props {
  /** The updates that the list was rendered with. */
  readonly counts: ViewCounts
  /** The query string of the address that reports list updates. */
  readonly address: string
  readonly children: ReactNode
}

/** Keeps the counts of a list up to date while the tab is visible. */
export function ListUpdatesProvider({ counts, address, children }: Props) {
  const [reported, setReported] = useState({ rendered: counts, updates: { counts, newer: 0 } })
  // What the server has just rendered is newer than what was polled last.
  if (reported.rendered !== counts) {
    setReported({ rendered: counts, updates: { counts, newer: 0 } })
  }
  const onUpdates = useCallback(
    (updates: ListUpdates) => setReported(({ rendered }) => ({ rendered, updates })),
    [],
  )
  return (
    <Updates value={reported.updates}>
      <ListUpdatesPoll counts={counts} address={address} onUpdates={onUpdates} />
      {children}
    </Updates>
  )
}

/** The counts of the views, and how many payments are new, as of a moment ago. */
export function useListUpdates(): ListUpdates {
  const updates = useContext(Updates)
  if (updates === null) throw new Error('the list is rendered without its updates')
  return updates
}
