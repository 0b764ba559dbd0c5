'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import { useRef, useState } from 'react'
import { isOffline } from '@/components/query/is-offline'
import { failure, type Failure, type Result } from '@/lib/domain/operation/result'

/**
 * Sends one request at a time and keeps its last result; the previous result is cleared as soon as
 * a request is sent.
 * @param noResponse the result when no response comes
 */
export function useOneAtATime<A extends readonly unknown[], T>(
  send: (...what: A) => Promise<Result<T>>,
  noResponse: Failure,
) {
  const [isPending, setIsPending] = useState(false)
  const [answer, setAnswer] = useState<Result<T> | null>(null)
  /** Not state: two clicks before the next rendering must count as one. */
  const busy = useRef(false)

  async function sendOnline(...what: A): Promise<Result<T>> {
    try {
      return (await isOffline()) ? failure('no_connection') : await send(...what)
    } catch (error) {
      return { ok: false, error: noResponseFailure(error, noResponse) }
    }
  }

  /** The result; null when nothing was sent because another response is still to come. */
  async function run(...what: A): Promise<Result<T> | null> {
    if (busy.current) return null
    busy.current = true
    setIsPending(true)
    setAnswer(null)
    const result = await sendOnline(...what)
    busy.current = false
    setIsPending(false)
    setAnswer(result)
    return result
  }

  const reported = answer?.ok === false ? answer.error : null
  return { isPending, answer, failure: reported, run, forget: () => setAnswer(null) }
}

/**
 * The failure of an action that gave no response. The server refuses one without a session cookie
 * by this word before it runs the action, which Next throws as an error's message; then nothing was
 * done. Nor was it for an action that the server does not know: the page is of another build.
 * @param otherwise the failure in every other case
 */
export function noResponseFailure<T>(error: unknown, otherwise: T): Failure | T {
  if (isUnrecognizedAction(error)) return { code: 'page_outdated' }
  const isRefused = error instanceof Error && error.message === 'not_signed_in'
  return isRefused ? { code: 'not_signed_in' } : otherwise
}
