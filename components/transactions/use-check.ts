'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { isOpen } from '@/lib/domain/outcome'
import type { Failure, Result } from '@/lib/domain/result'
import type { OperationView } from '@/lib/domain/transaction-view'
import { useOperationState } from './operation-state'

/** The heading of the card that tells the result. */
export const OPERATION_TITLE_ID = 'operation-title'

export type CheckAction = (input: {
  readonly operationId: string
}) => Promise<Result<OperationView>>

/** `looked`: nothing new was found. `spared`: somebody had looked a moment before. */
export type CheckAnswer =
  | { readonly kind: 'looked' | 'spared' | 'unreachable' }
  | { readonly kind: 'refused'; readonly failure: Failure }

/** Looks at the provider now. Only ever reads, one look at a time, so pressing often does no harm. */
export function useCheck(operation: OperationView, action: CheckAction) {
  const router = useRouter()
  const { report } = useOperationState()
  const [isLooking, setIsLooking] = useState(false)
  const [answer, setAnswer] = useState<CheckAnswer | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)

  async function check(button: HTMLElement) {
    if (busy.current) return
    busy.current = true
    setIsLooking(true)
    setAnswer(null)
    const result = await action({ operationId: operation.id }).catch(() => null)
    busy.current = false
    setIsLooking(false)
    setAnswer(answerOf(result, operation))
    if (result?.ok !== true) return
    report(result.value)
    if (isOpen(result.value.state)) return
    // The button goes now, or has gone: who pressed it stands before the result.
    const { activeElement, body } = document
    if (activeElement === button || activeElement === body) {
      document.getElementById(OPERATION_TITLE_ID)?.focus()
    }
    router.refresh()
  }

  return { isLooking, answer, check }
}

function answerOf(result: Result<OperationView> | null, before: OperationView): CheckAnswer {
  if (result === null) return { kind: 'unreachable' }
  if (!result.ok) return { kind: 'refused', failure: result.error }
  return { kind: result.value.checks > before.checks ? 'looked' : 'spared' }
}
