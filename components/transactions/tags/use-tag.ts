'use client'

import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import type { TagInput } from '@/lib/domain/operation/inputs'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

export type TagAction = (input: TagInput) => Promise<Result<null>>

/** Putting a tag on twice is once, and so is taking it off. */
const NO_RESPONSE: Failure = { code: 'tag_no_response' }

/** Sends one change of a payment's tags at a time, and reads the page again after it. */
export function useTag(action: TagAction) {
  const describeFailure = useDescribeFailure()
  const refresh = useRefreshAfter()
  const { isPending, failure, run, forget } = useOneAtATime(action, NO_RESPONSE)

  async function send(input: TagInput): Promise<boolean> {
    const result = await run(input)
    if (result?.ok !== true) return false
    await refresh(result)
    return true
  }

  return { isPending, problem: failure && describeFailure(failure), send, forget }
}
