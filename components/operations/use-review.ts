'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ReviewVerdict } from '@/lib/domain/outcome'
import type { Failure, Result } from '@/lib/domain/result'
import type { OperationView } from '@/lib/domain/transaction-view'

export interface ReviewInput {
  readonly operationId: string
  readonly verdict: ReviewVerdict
  readonly reason: string
}

export interface ReviewAnswer {
  readonly operation: OperationView
  readonly needsSecondPerson: boolean
}

export type DecideAction = (input: ReviewInput) => Promise<Result<ReviewAnswer>>

/** What became of a decision that was just given. */
export interface Told {
  readonly verdict: ReviewVerdict
  readonly needsSecondPerson: boolean
}

/** Whether the decision was written down is not known: the page that is read anew shows it. */
const LOST: Failure = { code: 'review_lost' }

/** Sends one decision at a time; the page is read anew after each, however it ended. */
export function useReview(action: DecideAction) {
  const router = useRouter()
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)

  async function decide(input: ReviewInput) {
    if (busy.current) return
    busy.current = true
    setIsPending(true)
    setFailure(null)
    setTold(null)
    const result = await action(input).catch(() => null)
    busy.current = false
    setIsPending(false)
    if (result?.ok) {
      setTold({ verdict: input.verdict, needsSecondPerson: result.value.needsSecondPerson })
    } else {
      setFailure(result === null ? LOST : result.error)
    }
    router.refresh()
  }

  return { isPending, failure, told, decide }
}
