'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { isOpen } from '@/lib/domain/outcome'
import type { Failure, Result } from '@/lib/domain/result'
import type { OperationView } from '@/lib/domain/transaction-view'
import type { OperationAnswer } from './operation-answer'
import { useOperationState } from './operation-state'

export interface CaptureInput {
  readonly operationId: string
  readonly transactionId: string
  readonly amountMinor: number
  readonly currency: string
}

export type CaptureAction = (input: CaptureInput) => Promise<Result<OperationView>>

/** `slow`: the answer takes its time. `lost`: it will not come, so the truth is read. */
export type CapturePhase = 'ready' | 'sending' | 'slow' | 'lost'

const SLOW_AFTER_MS = 2_000
/** Longer than the server waits for a provider. */
const LOST_AFTER_MS = 45_000
/** One look may be too early for a request that is still on its way. */
const LOOKS_FOR_ABSENT = 2

const NOTHING_STARTED: Failure = {
  code: 'nothing_started',
  message: 'The request did not get through: nothing was started. You can try again.',
}
const SIGNED_OUT: Failure = {
  code: 'not_signed_in',
  message:
    'Your session has ended, so we cannot see how this went. Sign in again: this page will show it.',
}

/**
 * The life of one capture dialog. Its operation id is made when it opens and stands for one intent:
 * it stays the same over every retry for as long as nothing was started.
 */
export function useCapture(action: CaptureAction) {
  const router = useRouter()
  const { report } = useOperationState()
  const [operationId, setOperationId] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [phase, setPhase] = useState<CapturePhase>('ready')
  const [failure, setFailure] = useState<Failure | null>(null)
  /** Not state: two clicks before the next drawing must count as one. */
  const busy = useRef(false)
  const absences = useRef(0)

  const settleInto = useCallback((next: CapturePhase, why: Failure | null) => {
    busy.current = next !== 'ready'
    absences.current = 0
    setPhase(next)
    setFailure(why)
  }, [])

  const started = useCallback(
    (operation: OperationView) => {
      settleInto('ready', null)
      setOperationId(null)
      setOpen(false)
      report(operation)
      router.refresh()
    },
    [report, router, settleInto],
  )

  const onOpenChange = useCallback((next: boolean) => {
    setOpen(next)
    if (!next) return
    setOperationId((id) => id ?? crypto.randomUUID())
    if (!busy.current) setFailure(null)
  }, [])

  async function submit(input: Omit<CaptureInput, 'operationId'>) {
    if (busy.current || operationId === null) return
    settleInto('sending', null)
    const slow = setTimeout(() => setPhase('slow'), SLOW_AFTER_MS)
    const result = await answerOf(action({ ...input, operationId }))
    clearTimeout(slow)
    if (result === null) settleInto('lost', null)
    else if (result.ok) started(result.value)
    else {
      settleInto('ready', result.error)
      router.refresh()
    }
  }

  const onAnswer = useCallback(
    (answer: OperationAnswer) => {
      if (!busy.current) return
      if (answer.kind === 'found') {
        if (phase === 'lost' || !isOpen(answer.operation.state)) started(answer.operation)
        else report(answer.operation)
        return
      }
      if (phase !== 'lost') return
      if (answer.kind === 'signed_out') settleInto('ready', SIGNED_OUT)
      if (answer.kind !== 'absent') return
      absences.current += 1
      if (absences.current >= LOOKS_FOR_ABSENT) settleInto('ready', NOTHING_STARTED)
    },
    [phase, report, settleInto, started],
  )

  return { open, onOpenChange, operationId, phase, failure, submit, onAnswer }
}

/** The action's answer; null when it says nothing about what happened. */
async function answerOf(
  answer: Promise<Result<OperationView>>,
): Promise<Result<OperationView> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const lost = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LOST_AFTER_MS)
  })
  try {
    const result = await Promise.race([answer, lost])
    return result !== null && !result.ok && result.error.code === 'internal' ? null : result
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
