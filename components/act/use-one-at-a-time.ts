'use client'

import { useRef, useState } from 'react'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { noResponseFailure } from './no-response-failure'

/**
 * Sends one request at a time and keeps its last result; the previous result is cleared as soon as
 * a request is sent.
 * @param lost the result when no response comes
 */
export function useOneAtATime<A extends readonly unknown[], T>(
  send: (...what: A) => Promise<Result<T>>,
  noResponse: Failure,
) {
  const [isPending, setIsPending] = useState(false)
  const [answer, setAnswer] = useState<Result<T> | null>(null)
  /** Not state: two clicks before the next rendering must count as one. */
  const busy = useRef(false)

  /** The result; null when nothing was sent because another response is still to come. */
  async function run(...what: A): Promise<Result<T> | null> {
    if (busy.current) return null
    busy.current = true
    setIsPending(true)
    setAnswer(null)
    const result = await send(...what).catch((error: unknown): Result<T> => ({
      ok: false,
      error: noResponseFailure(error, noResponse),
    }))
    busy.current = false
    setIsPending(false)
    setAnswer(result)
    return result
  }

  const failure = answer?.ok === false ? answer.error : null
  return { isPending, answer, failure, run, forget: () => setAnswer(null) }
}
