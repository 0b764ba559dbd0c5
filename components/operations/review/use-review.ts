'use client'

import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import type { ReviewInput } from '@/lib/domain/operation/inputs'
import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import { success, type Failure, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'

export interface ReviewAnswer {
  readonly operation: OperationView
  readonly needsSecondPerson: boolean
}

export type DecideAction = (input: ReviewInput) => Promise<Result<ReviewAnswer>>

/** The result of a decision that was just sent. */
export interface ReviewOutcome {
  readonly verdict: ReviewVerdict
  readonly needsSecondPerson: boolean
}

/** It is unknown if the decision was stored: the page, read again, shows it. */
const NO_RESPONSE: Failure = { code: 'review_no_response' }

/** Sends one decision at a time; the page is read again after each, also after a failure. */
export function useReview(action: DecideAction) {
  const refreshAfter = useRefreshAfter()
  const { isPending, answer, failure, run } = useOneAtATime(send, NO_RESPONSE)

  async function send(input: ReviewInput): Promise<Result<ReviewOutcome>> {
    const result = await action(input)
    if (!result.ok) return result
    const { needsSecondPerson } = result.value
    return success({ verdict: input.verdict, needsSecondPerson })
  }

  async function decide(input: ReviewInput): Promise<void> {
    const result = await run(input)
    if (result !== null) await refreshAfter(result)
  }

  return { isPending, failure, outcome: answer?.ok === true ? answer.value : null, decide }
}
