'use client'

import { useOneAtATime } from '@/components/act/use-one-at-a-time'
import { useRefreshAfter } from '@/components/act/use-refresh-after'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { useStepUp } from './step-up/step-up-provider'

const NO_RESPONSE: Failure = { code: 'people_no_response' }

/**
 * Sends one change of a person at a time; the page is read again after each. Where a fresh second
 * factor is needed first, it is asked for, and the very same request then goes on by itself.
 * @param noResponse the result when no response comes
 */
export function usePersonAct<I, T>(
  action: (input: I) => Promise<Result<T>>,
  noResponse: Failure = NO_RESPONSE,
) {
  const refreshAfter = useRefreshAfter()
  const askForProof = useStepUp()
  const { isPending, answer, failure, run, forget } = useOneAtATime(send, noResponse)

  async function send(input: I): Promise<Result<T>> {
    const result = await action(input)
    if (!needsProof(result) || askForProof === null) return result
    return (await askForProof(result.error.values.ways)) ? action(input) : result
  }

  async function act(input: I): Promise<Result<T> | null> {
    const result = await run(input)
    // Who was asked has left it: everything stands as before the press.
    if (result !== null && needsProof(result) && askForProof !== null) forget()
    else if (result !== null) await refreshAfter(result)
    return result
  }

  return { isPending, value: answer?.ok === true ? answer.value : null, failure, act, forget }
}

function needsProof<T>(result: Result<T>): result is {
  readonly ok: false
  readonly error: Extract<Failure, { readonly code: 'step_up_required' }>
} {
  return !result.ok && result.error.code === 'step_up_required'
}
