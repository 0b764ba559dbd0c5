'use client'

import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import type { Failure, Result } from '@/lib/domain/operation/result'

const NO_RESPONSE: Failure = { code: 'people_no_response' }

/** Sends one change of a person at a time; the page is read again after each. */
export function usePersonAct<I, T>(action: (input: I) => Promise<Result<T>>) {
  const refreshAfter = useRefreshAfter()
  const { isPending, answer, failure, run, forget } = useOneAtATime(action, NO_RESPONSE)

  async function act(input: I): Promise<Result<T> | null> {
    const result = await run(input)
    if (result !== null) await refreshAfter(result)
    return result
  }

  return { isPending, value: answer?.ok === true ? answer.value : null, failure, act, forget }
}
