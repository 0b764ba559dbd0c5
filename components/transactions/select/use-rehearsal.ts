'use client'

import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import type { RehearseBatchInput } from '@/lib/domain/batch/batch-inputs'
import type { Failure, Result } from '@/lib/domain/operation/result'

/** The same request can be sent again: its id makes it one batch. */
export const BATCH_NO_RESPONSE: Failure = { code: 'batch_no_response' }

export type RehearseAction = (
  input: RehearseBatchInput,
) => Promise<Result<{ readonly batchId: string }>>

type Wanted = Omit<RehearseBatchInput, 'batchId'>

/** Rehearses a batch and opens it; what was picked is given up only then. */
export function useRehearsal(action: RehearseAction, onDone: () => void) {
  const router = useRouter()
  /** The id of a request without a response, and what it asked for. */
  const kept = useRef<{ readonly about: string; readonly batchId: string } | null>(null)
  const { isPending, failure, run } = useOneAtATime(send, BATCH_NO_RESPONSE)

  async function send(wanted: Wanted) {
    const about = JSON.stringify(wanted)
    const batchId = kept.current?.about === about ? kept.current.batchId : crypto.randomUUID()
    kept.current = { about, batchId }
    return action({
      batchId,
      kind: wanted.kind,
      selection: wanted.selection,
      reason: wanted.reason,
    })
  }

  async function rehearse(wanted: Wanted): Promise<void> {
    const result = await run(wanted)
    if (result?.ok !== true) return
    kept.current = null
    onDone()
    router.push(`/transactions/batches/${result.value.batchId}`)
  }

  return { isPending, failure, rehearse }
}
