'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import type { ListUpdates, ViewCounts } from '@/lib/domain/listing/list-view'
import type { Result } from '@/lib/domain/operation/result'

const EVERY_MS = 15_000

interface Props {
  /** The counts that the list was rendered with. */
  readonly counts: ViewCounts
  /** The query string of the address that reports list updates. */
  readonly address: string
  readonly onUpdates: (updates: ListUpdates) => void
}

/** Polls for list updates while the tab is visible; renders nothing. */
export default function ListUpdatesPoll(props: Props) {
  return (
    <QueryProvider>
      <Poll {...props} />
    </QueryProvider>
  )
}

function Poll({ counts, address, onUpdates }: Props) {
  const { data } = useQuery({
    queryKey: ['list-updates', address, counts],
    queryFn: ({ signal }) => readListUpdates(address, signal),
    initialData: { counts, newer: 0 },
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    retry: false,
  })
  useEffect(() => onUpdates(data), [data, onUpdates])
  return null
}

async function readListUpdates(address: string, signal: AbortSignal): Promise<ListUpdates> {
  const { body } = await readJson(`/api/transactions/updates?${address}`, signal)
  const result = body as Result<ListUpdates>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
