'use client'

import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import type { ListUpdates } from '@/lib/domain/listing/list-updates'
import type { ViewCounts } from '@/lib/domain/listing/list-view'
import type { Result } from '@/lib/domain/operation/result'

const EVERY_MS = 15_000

const Updates = createContext<ListUpdates | null>(null)

interface Props {
  /** The updates that the list was rendered with. */
  readonly counts: ViewCounts
  /** The query string of the address that reports list updates. */
  readonly address: string
  readonly children: ReactNode
}

/** Polls for list updates while the tab is visible. */
export function ListUpdatesProvider(props: Props) {
  return (
    <QueryProvider>
      <Asking {...props} />
    </QueryProvider>
  )
}

function Asking({ counts, address, children }: Props) {
  const { data } = useQuery({
    queryKey: ['list-pulse', address, counts],
    queryFn: ({ signal }) => readListUpdates(address, signal),
    initialData: { counts, newer: 0 },
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    retry: false,
  })
  return <Updates value={data}>{children}</Updates>
}

/** The counts of the views, and how many payments are new, as of a moment ago. */
export function useListUpdates(): ListUpdates {
  const updates = useContext(Updates)
  if (updates === null) throw new Error('the list is drawn without its pulse')
  return updates
}

async function readListUpdates(address: string, signal: AbortSignal): Promise<ListUpdates> {
  const { body } = await readJson(`/api/transactions/updates?${address}`, signal)
  const result = body as Result<ListUpdates>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
