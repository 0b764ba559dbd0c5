'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readJson } from '@/components/query/read-json'
import { SEARCH_LIMITS } from '@/lib/config/browser-limits'
import { parseFindResponse, type FindResponse } from './find-response'

/** Long enough that typing a word sends one request, short enough not to be noticed. */
const PAUSE_MS = 150
const CACHED_MS = 10_000

export type SearchState = FindResponse | { readonly kind: 'too_short' | 'searching' }

/**
 * The payments that match a text, requested once typing pauses. A result of an earlier text is
 * never shown.
 */
export function useFind(text: string): SearchState {
  const wanted = text.trim().slice(0, SEARCH_LIMITS.textLength)
  const settled = useSettled(wanted)
  const { data } = useQuery({
    queryKey: ['find', settled],
    queryFn: ({ signal }) => find(settled, signal),
    enabled: settled.length >= SEARCH_LIMITS.paletteFrom,
    staleTime: CACHED_MS,
    retry: false,
  })
  if (wanted.length < SEARCH_LIMITS.paletteFrom) return { kind: 'too_short' }
  return wanted === settled && data !== undefined ? data : { kind: 'searching' }
}

async function find(text: string, signal: AbortSignal): Promise<FindResponse> {
  try {
    const params = new URLSearchParams({ q: text })
    const { status, body } = await readJson(`/api/transactions/find?${params.toString()}`, signal)
    return parseFindResponse(status, body)
  } catch (error) {
    if (signal.aborted) throw error
    return { kind: 'failed' }
  }
}

/** A text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
