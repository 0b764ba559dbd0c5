'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { outlastOutages } from '@/components/query/outlast-outages'
import { QueryProvider } from '@/components/query/query-provider'
import { readJson } from '@/components/query/read-json'
import { FAILED, parseLiveResponse, type LiveResponse } from './live-response'

interface Props {
  readonly path: string
  readonly everyMs: number
  readonly onResponse: (response: LiveResponse) => void
}

/**
 * Polls a route for its version; renders nothing. It pauses while the page is hidden or
 * the browser offline, and polls at once when that is over.
 */
export default function LivePoll(props: Props) {
  useEffect(outlastOutages, [])
  return (
    <QueryProvider>
      <Poll {...props} />
    </QueryProvider>
  )
}

function Poll({ path, everyMs, onResponse }: Props) {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['live', path],
    queryFn: ({ signal }) => readLive(path, signal),
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

async function readLive(path: string, signal: AbortSignal): Promise<LiveResponse> {
  try {
    const { status, body } = await readJson(path, signal)
    return parseLiveResponse(status, body)
  } catch (error) {
    if (signal.aborted) throw error
    return FAILED
  }
}
