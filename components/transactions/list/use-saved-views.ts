'use client'

import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import type { RemoveViewInput, SaveViewInput } from '@/lib/domain/listing/saved-view'
import type { Failure, Result } from '@/lib/domain/operation/result'

export interface SavedViewActions {
  readonly save: (input: SaveViewInput) => Promise<Result<unknown>>
  readonly remove: (input: RemoveViewInput) => Promise<Result<unknown>>
}

type Change = () => Promise<Result<unknown>>

const NO_RESPONSE: Failure = { code: 'view_no_response' }

/** Sends one change of the saved views at a time; the page is read again after each. */
export function useSavedViews() {
  const refreshAfter = useRefreshAfter()
  const { isPending, failure, run } = useOneAtATime((send: Change) => send(), NO_RESPONSE)

  async function change(send: Change): Promise<boolean> {
    const result = await run(send)
    if (result !== null) await refreshAfter(result)
    return result?.ok === true
  }

  return { isPending, failure, change }
}
