'use client'

import { useEffect, useRef } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { Banner } from '@/components/ui/banner'
import type { Failure } from '@/lib/domain/operation/result'

interface Props {
  /** What was done, in words; null before and after a failure. */
  readonly done: string | null
  readonly failure: Failure | null
  /** True where what was pressed goes away: the focus would be lost. */
  readonly takesFocus?: boolean
}

/** The result of an action below its button, read out by itself. */
export function ActResult({ done, failure, takesFocus = false }: Props) {
  const result = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (takesFocus && done !== null) result.current?.focus()
  }, [takesFocus, done])

  return (
    <>
      <div ref={result} tabIndex={-1} role="status" className="outline-none empty:hidden">
        {done !== null && (
          <Banner tone="good" icon="check">
            {done}
          </Banner>
        )}
      </div>
      <FailureAlert failure={failure} />
    </>
  )
}
