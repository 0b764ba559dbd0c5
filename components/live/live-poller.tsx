'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { parseLiveResponse, type LiveResponse } from './live-response'

interface Props {
  readonly path: string
  readonly everyMs: number
  readonly onResponse: (response: LiveResponse) => void
}

/**
 * Polls a route for its version; renders nothing. It pauses while the page is hidden or
 * the browser offline, and polls at once when that is over.
 */
export default function LivePoller(props: Props) {
  return (
    <QueryProvider>
      <Poll {...props} />
    </QueryProvider>
  )
}

function Poll({ path, everyMs, onResponse }: Props) {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['live', path],
    queryFn: async ({ signal }) => {
      const { status, body } = await readJson(path, signal)
      return parseLiveResponse(status, body)
    },
    retry: false,
    refetchInterval: everyMs,
    refetchOnWindowFocus: 'always',
  })

  // Each response counts, also one that is like the one before: a refresh may have failed.
  useEffect(() => {
    if (data) onResponse(data)
  }, [data, dataUpdatedAt, onResponse])

  return null
}
