'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Failure, Result } from '@/lib/domain/result'

export interface SaveViewInput {
  readonly name: string
  readonly query: string
  readonly isShared: boolean
}

export interface SavedViewActions {
  readonly save: (input: SaveViewInput) => Promise<Result<unknown>>
  readonly remove: (input: { readonly id: string }) => Promise<Result<unknown>>
}

/** Sends one change of the saved views at a time; the page is read anew after each. */
export function useSavedViews() {
  const router = useRouter()
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<Failure | 'lost' | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)

  async function change(send: () => Promise<Result<unknown>>): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    setIsPending(true)
    setProblem(null)
    const result = await send().catch(() => null)
    busy.current = false
    setIsPending(false)
    if (result === null) setProblem('lost')
    else if (!result.ok) setProblem(result.error)
    router.refresh()
    return result?.ok === true
  }

  return { isPending, problem, change }
}
